package hudson.remoting;

import java.io.IOException;

/** Says of an exception what can be said without its class: tests need that. */
public class ProxyException extends IOException {
    public ProxyException(Throwable cause) {
        super(cause.toString());
        setStackTrace(cause.getStackTrace());
        if (cause.getCause() != null) {
            initCause(new ProxyException(cause.getCause()));
        }
    }

    @Override
    public ProxyException getCause() {
        return (ProxyException) super.getCause();
    }
}
