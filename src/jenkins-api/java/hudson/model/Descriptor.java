package hudson.model;

import jenkins.model.Loadable;
import jenkins.util.io.OnMaster;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

/** Knows the class it describes; keeps nothing on a disk: tests need that. */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable, OnMaster {
    public final Class clazz;

    protected Descriptor() {
        clazz = getClass().getEnclosingClass() == null ? getClass() : getClass().getEnclosingClass();
    }

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    public T newInstance(StaplerRequest2 request, JSONObject json) throws FormException {
        return request.bindJSON(clazz(), json);
    }

    public static <T> T bindJSON(StaplerRequest2 request, Class<T> type, JSONObject json) {
        return request.bindJSON(type, json);
    }

    @SuppressWarnings("unchecked")
    private Class<T> clazz() {
        return clazz;
    }

    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        throw new UnsupportedOperationException();
    }

    public static final class FormException extends Exception implements HttpResponse {
        private final String field;

        public FormException(String message, String field) {
            super(message);
            this.field = field;
        }

        public String getFormField() {
            return field;
        }
    }
}
