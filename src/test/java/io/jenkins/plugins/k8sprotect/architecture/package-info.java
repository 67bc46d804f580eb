/** Tests of the rooms: who may import whom, and what no room may import. */
package io.jenkins.plugins.k8sprotect.architecture;
