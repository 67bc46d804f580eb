/** What the tests in a Jenkins share: an API server that is none, and what an administrator would have set up. */
package io.jenkins.plugins.k8sprotect.testkit;
