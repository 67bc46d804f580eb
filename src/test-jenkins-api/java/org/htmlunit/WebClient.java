package org.htmlunit;

import java.io.IOException;

public class WebClient implements AutoCloseable {
    @Override
    public void close() {}

    public <P extends Page> P getPage(WebRequest request) throws IOException {
        return null;
    }
}
