package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import java.util.regex.Pattern;

/**
 * Which build of a job a backup is read from.
 *
 * @param rule how it is found
 * @param number its number, if it is found by that
 */
record WhichBuild(Rule rule, int number) {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    enum Rule {
        /** This one. */
        NUMBER,
        /** The newest that ended as a success or unstable and holds the backup. */
        LAST_SUCCESSFUL,
        /** The newest that ended, however it did, and holds the backup. */
        LAST_COMPLETED
    }

    /** @throws AbortException that says what is allowed */
    static WhichBuild parse(String build) throws AbortException {
        switch (build) {
            case "", "lastSuccessful":
                return new WhichBuild(Rule.LAST_SUCCESSFUL, 0);
            case "lastCompleted":
                return new WhichBuild(Rule.LAST_COMPLETED, 0);
            default:
                if (NUMBER.matcher(build).matches()) {
                    return new WhichBuild(Rule.NUMBER, Integer.parseInt(build));
                }
                throw new AbortException("jenkinsArtifacts: build: found '" + build
                        + "'; allowed: a build's number, lastSuccessful or lastCompleted");
        }
    }
}
