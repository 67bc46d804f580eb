package org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
public @interface Whitelisted {}
