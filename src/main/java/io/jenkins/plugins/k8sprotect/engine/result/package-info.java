/**
 * What came of an operation: a typed, immutable, serializable result, and its forms (JSON, HTML) made from it alone.
 *
 * <p>May import {@code object}. A result is never plain success while something failed or stayed unprotected, and holds
 * no secret value.
 */
package io.jenkins.plugins.k8sprotect.engine.result;
