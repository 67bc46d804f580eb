package io.jenkins.plugins.k8sprotect.testbed;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Carries out {@link NeedsRealNode}. */
final class RealNodeRequirement implements BeforeAllCallback, BeforeEachCallback {

    private final Supplier<Optional<String>> lack;
    private final boolean skipAsked;
    private final boolean inCi;

    RealNodeRequirement() {
        this(
                Lack::ofThisMachine,
                Boolean.getBoolean("testbed.skipNode"),
                !Optional.ofNullable(System.getenv("CI")).orElse("").isEmpty());
    }

    /**
     * @param lack what a real node lacks here; empty if it can run
     * @param skipAsked the user wants such tests left out
     * @param inCi this is a CI build, where nothing is left out
     */
    RealNodeRequirement(Supplier<Optional<String>> lack, boolean skipAsked, boolean inCi) {
        this.lack = lack;
        this.skipAsked = skipAsked;
        this.inCi = inCi;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        check(context.getRequiredTestClass().getSimpleName());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        check(context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName());
    }

    void check(String test) {
        Optional<String> missing = lack.get();
        if (missing.isEmpty()) {
            return;
        }
        String message = test + " needs a cluster with a real node, which cannot run here: " + missing.get();
        if (skipAsked && !inCi) {
            throw new TestAbortedException(message);
        }
        throw new AssertionError(
                message + (inCi ? "" : " (-Dtestbed.skipNode=true leaves out the tests that need one)"));
    }

    /** Asked once in a run, as it starts a process. */
    private static final class Lack {
        private static final Optional<String> HERE = ask();

        static Optional<String> ofThisMachine() {
            return HERE;
        }

        private static Optional<String> ask() {
            TestbedCommand.Outcome outcome = TestbedCommand.tryRun("check", "node");
            return outcome.exit() == 0 ? Optional.empty() : Optional.of(outcome.err());
        }
    }
}
