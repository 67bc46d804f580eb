/** Measures the engine against what the API server can do at most. Run by {@code testbed/benchmark}; holds no test. */
package io.jenkins.plugins.k8sprotect.benchmark;
