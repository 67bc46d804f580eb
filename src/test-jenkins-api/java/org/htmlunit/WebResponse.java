package org.htmlunit;

public class WebResponse {
    public String getContentAsString() {
        return null;
    }

    public int getStatusCode() {
        return 0;
    }
}
