package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.ManifestParser;
import java.util.Objects;

/**
 * Kubernetes objects that are applied (server-side apply, field manager {@value ApplyRun#MANAGER}), in their order.
 *
 * @param manifest YAML of one or more documents, or JSON; at most 10 MiB
 * @param sourceName what messages call it, such as a file's name
 * @param force whether fields that other managers own are taken over; if not, they are a conflict
 */
public record ApplyAction(String manifest, String sourceName, boolean force) implements HookAction {
    public ApplyAction {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(sourceName, "sourceName");
    }

    @Override
    public String verb() {
        return "apply";
    }

    /** @throws io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition with every mistake in the manifest */
    @Override
    public void check() {
        ManifestParser.parse(manifest, sourceName);
    }

    @Override
    public HookReport run(HookContext context) {
        return new ApplyRun(this, context).run();
    }

    /** Without the manifest, which may hold Secrets. */
    @Override
    public String toString() {
        return "ApplyAction[" + sourceName + (force ? ", force]" : "]");
    }
}
