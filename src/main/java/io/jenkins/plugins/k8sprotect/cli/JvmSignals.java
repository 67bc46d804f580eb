package io.jenkins.plugins.k8sprotect.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Signals by {@code sun.misc.Signal}. A shutdown hook would not do: while hooks run, the platform ignores a second
 * Ctrl-C, and whoever presses it twice wants out. The class is named at run time only, because compilers warn about it
 * and a platform may lack it (module {@code jdk.unsupported}); without it, Ctrl-C just ends the process.
 */
final class JvmSignals implements Signals {
    @Override
    public Runnable on(Runnable stop) {
        Deque<Runnable> undo = new ArrayDeque<>();
        for (String name : STOP) {
            try {
                undo.push(handle(name, stop));
            } catch (InvocationTargetException e) {
                // The system or the virtual machine keeps this signal to itself (-Xrs, nohup).
                continue;
            } catch (ReflectiveOperationException e) {
                break;
            }
        }
        return () -> {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        };
    }

    private static Runnable handle(String name, Runnable stop) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        Object handler = Proxy.newProxyInstance(
                JvmSignals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        stop.run();
                        return null;
                    }
                    return switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> "stop on " + name;
                    };
                });
        Method register = signalType.getMethod("handle", signalType, handlerType);
        Object before = register.invoke(null, signal, handler);
        return () -> restore(register, signal, before);
    }

    private static void restore(Method register, Object signal, Object before) {
        try {
            register.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this worked a moment ago", e);
        }
    }
}
