package io.jenkins.plugins.k8sprotect.harness.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;

/** Java serialization, to an agent or to a disk. */
public final class Wire {
    private static final ThreadLocal<Boolean> AGENTS = ThreadLocal.withInitial(() -> false);

    private Wire() {}

    /** Whether what is being written on this thread goes to an agent, where listeners and channels may go. */
    static boolean isAgents() {
        return AGENTS.get();
    }

    /** The bytes that go to a disk. */
    public static byte[] persisted(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** The bytes that go to an agent, or come from it. */
    static byte[] sent(Object object) throws IOException {
        AGENTS.set(true);
        try {
            return persisted(object);
        } finally {
            AGENTS.set(false);
        }
    }

    /** What the bytes say. */
    public static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new WithTheClassesOfThisThread(bytes)) {
            return in.readObject();
        }
    }

    private static final class WithTheClassesOfThisThread extends ObjectInputStream {
        WithTheClassesOfThisThread(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            try {
                return super.resolveClass(type);
            } catch (ClassNotFoundException e) {
                return Class.forName(
                        type.getName(), false, Thread.currentThread().getContextClassLoader());
            }
        }
    }
}
