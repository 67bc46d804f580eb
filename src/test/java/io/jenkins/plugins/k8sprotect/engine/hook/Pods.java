package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;

/** Pods as a server shows them. */
final class Pods {
    private Pods() {}

    /** A pod with the containers {@code main} and {@code side}. What is more of each part begins with a comma. */
    static KubeObject pod(String metadata, String spec, String status) {
        return KubeObject.parse(Samples.bytes("{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'p'" + metadata
                + "}, 'spec': {'containers': [{'name': 'main'}, {'name': 'side'}]" + spec + "}, 'status': {" + status
                + "}}"));
    }

    static String running(boolean ready) {
        return "'phase': 'Running', 'conditions': [{'type': 'Initialized', 'status': 'True'},"
                + " {'type': 'Ready', 'status': '" + (ready ? "True" : "False") + "'}]";
    }

    static PodView ready(String name) {
        return new PodView(name, java.util.List.of("main", "side"), "main", "", false);
    }

    static PodView notReady(String name, String obstacle, boolean passing) {
        return new PodView(name, java.util.List.of("main", "side"), "main", obstacle, passing);
    }
}
