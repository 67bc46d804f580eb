package org.htmlunit;

import java.net.URL;

public class WebRequest {
    public WebRequest(URL url, HttpMethod method) {}
}
