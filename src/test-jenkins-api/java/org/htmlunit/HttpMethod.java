package org.htmlunit;

public enum HttpMethod {
    GET,
    POST
}
