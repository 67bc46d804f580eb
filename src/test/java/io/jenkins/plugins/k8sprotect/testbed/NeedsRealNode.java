package io.jenkins.plugins.k8sprotect.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test (or all tests of the class) starts a cluster with {@link ClusterMode#realNode()}, which needs root and Linux.
 * Where those are missing it fails and says what is missing; with {@code -Dtestbed.skipNode=true} it is left out
 * instead, and reported as skipped. Where the environment variable CI is set, that property has no effect.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealNodeRequirement.class)
public @interface NeedsRealNode {}
