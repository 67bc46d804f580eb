package hudson.remoting;

import java.io.IOException;

/** Stands for an exception of another machine, whose text is all that is left of it: tests need that. */
public class ProxyException extends IOException {
    public ProxyException(Throwable cause) {
        super(cause.toString());
    }
}
