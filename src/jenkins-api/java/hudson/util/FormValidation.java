package hudson.util;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

/** Has a kind and a message: tests need that. */
public abstract class FormValidation extends IOException implements HttpResponse {
    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static FormValidation ok() {
        return of(Kind.OK, null);
    }

    public static FormValidation ok(String message) {
        return of(Kind.OK, message);
    }

    public static FormValidation error(String message) {
        return of(Kind.ERROR, message);
    }

    public static FormValidation warning(String message) {
        return of(Kind.WARNING, message);
    }

    public abstract String renderHtml();

    private static FormValidation of(Kind kind, String message) {
        return new FormValidation(kind, message) {
            @Override
            public String renderHtml() {
                throw new UnsupportedOperationException();
            }
        };
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR
    }
}
