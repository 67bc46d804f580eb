package io.jenkins.plugins.k8sprotect.cli;

import java.time.Clock;
import java.util.Map;

/** The command line's entry point. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] args) {
        // The libraries' logging has no backend here, on purpose; SLF4J would say so on standard error each time.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Map<String, String> environment = System.getenv();
        Shell shell = new Shell(
                new Output(System.out, System.err),
                System.in,
                environment,
                Terminal.canRedraw(environment),
                Clock.systemUTC(),
                new JvmSignals(),
                () -> Runtime.getRuntime().halt(ExitCode.STOPPED),
                EngineOperations::new);
        int code = K8sProtect.in(shell).execute(args);
        System.out.flush();
        System.exit(code);
    }
}
