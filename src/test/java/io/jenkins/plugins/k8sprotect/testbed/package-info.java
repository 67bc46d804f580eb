/**
 * Real clusters and an S3 server for integration tests, started through the command {@code testbed/testbed}.
 *
 * <p>{@link io.jenkins.plugins.k8sprotect.testbed.Testbed} is the door. What a test asks for by name is started once in
 * a run of tests (one JVM) and shared by all tests that ask for the same name; it ends with the JVM, however that ends.
 * As clusters are shared, a test works in namespaces of its own and undoes what it does outside of them.
 *
 * <p>Imports nothing of the engine: what is tested must not be the judge. Talks to the API server in raw JSON, so that
 * no typed model can lose a field.
 */
package io.jenkins.plugins.k8sprotect.testbed;
