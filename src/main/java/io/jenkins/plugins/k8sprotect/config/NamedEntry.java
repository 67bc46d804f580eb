package io.jenkins.plugins.k8sprotect.config;

import java.util.List;

/** What has a name in the configuration of Jenkins. */
interface NamedEntry {
    /** The name, null if there is none. */
    String getName();

    /** What is wrong with what is named; empty if nothing. */
    List<String> mistakes();
}
