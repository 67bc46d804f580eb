package io.jenkins.plugins.k8sprotect.packaging;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Members of types that are not Jenkins' own: Java's and the libraries', which this build has. */
final class LoadedTypes {

    private LoadedTypes() {}

    /** Whether the type, or one above it, has the member with this key (see {@link ApiMember}). */
    static boolean declares(String internalName, String key) {
        return hierarchy(load(internalName)).stream().flatMap(LoadedTypes::keys).anyMatch(key::equals);
    }

    private static Class<?> load(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, LoadedTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(internalName + " is neither in the API listing nor on the class path", e);
        }
    }

    private static List<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            all.add(at);
            Arrays.stream(at.getInterfaces()).map(LoadedTypes::hierarchy).forEach(all::addAll);
        }
        return all;
    }

    private static Stream<String> keys(Class<?> type) {
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods()).map(LoadedTypes::key);
        Stream<String> fields = Arrays.stream(type.getDeclaredFields()).map(LoadedTypes::key);
        return Stream.concat(methods, fields);
    }

    private static String key(Method method) {
        return method.getName() + Type.getMethodDescriptor(method);
    }

    private static String key(Field field) {
        return field.getName() + " " + Type.getDescriptor(field.getType());
    }
}
