package io.jenkins.plugins.k8sprotect.config;

import hudson.model.Descriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Binds a form as Jenkins does: by names, nested choices by their class and through their own descriptors. */
final class FormRequest {
    StaplerRequest2 get() {
        return (StaplerRequest2) Proxy.newProxyInstance(
                FormRequest.class.getClassLoader(), new Class<?>[] {StaplerRequest2.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("bindJSON")
                            || args.length != 2
                            || !(args[0] instanceof Class<?> type)) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return bind(type, (JSONObject) args[1]);
                });
    }

    private Object bind(Class<?> type, JSONObject json) throws Exception {
        Class<?> chosen = json.has("$class") ? Class.forName(json.getString("$class")) : type;
        if (chosen != type) {
            Descriptor<?> descriptor =
                    Jenkins.get().getDescriptorOrDie(chosen.asSubclass(hudson.model.Describable.class));
            JSONObject own = JSONObject.fromObject(json);
            own.remove("$class");
            return descriptor.newInstance(get(), own);
        }
        Constructor<?> constructor = constructor(chosen);
        Parameter[] parameters = constructor.getParameters();
        Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            values[i] = value(parameters[i].getType(), json.opt(parameters[i].getName()));
        }
        Object made = constructor.newInstance(values);
        for (Method setter : chosen.getMethods()) {
            String field = setter.getName().length() < 4 ? "" : setter.getName().substring(3);
            String name = field.isEmpty() ? "" : Character.toLowerCase(field.charAt(0)) + field.substring(1);
            if (setter.isAnnotationPresent(DataBoundSetter.class) && json.has(name)) {
                setter.invoke(made, value(setter.getParameterTypes()[0], json.get(name)));
            }
        }
        return made;
    }

    private static Constructor<?> constructor(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                return constructor;
            }
        }
        throw new IllegalArgumentException(type + " has no data-bound constructor");
    }

    private Object value(Class<?> type, Object json) throws Exception {
        if (json instanceof JSONObject object) {
            return bind(type, object);
        }
        return json != null && type == Boolean.class ? Boolean.valueOf(json.toString()) : json;
    }
}
