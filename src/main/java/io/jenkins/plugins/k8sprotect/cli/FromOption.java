package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import picocli.CommandLine.Option;

/** The option that says where backups lie. */
final class FromOption {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "STORE",
            converter = StoreOption.class,
            description = OpenStore.HELP)
    private StoreUrl url;

    Store open(Shell shell) {
        return OpenStore.at(url, shell.environment());
    }
}
