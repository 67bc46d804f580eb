/** What the documents say is true as far as a test can tell: links resolve, and shown command lines are understood. */
package io.jenkins.plugins.k8sprotect.docs;
