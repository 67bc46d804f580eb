package hudson.remoting;

import java.io.IOException;

public class ProxyException extends IOException {
    ProxyException() {}
}
