package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with the parameters of a step: all of it is told at once, before anything is touched. */
final class Problems {
    private final String step;
    private final List<String> found = new ArrayList<>();

    /** @param step name of the step, as a Pipeline calls it */
    Problems(String step) {
        this.step = step;
    }

    /** Reads a parameter. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws AbortException;
    }

    /** @param found what was given, as it may be shown */
    void add(String parameter, String found, String allowed) {
        add(parameter + ": found " + found + "; allowed: " + allowed);
    }

    /** @param problem parameter, what was found, and what is allowed */
    void add(String problem) {
        found.add(problem);
    }

    /** Reads a parameter; null, and a problem, if it cannot be read. */
    <T> T collect(Reading<T> reading) {
        try {
            return reading.read();
        } catch (AbortException e) {
            add(e.getMessage());
            return null;
        }
    }

    /** One of a few words; problems name the parameter. */
    void oneOf(String parameter, String value, Collection<String> allowed) {
        if (!allowed.contains(value)) {
            add(
                    parameter,
                    quoted(value),
                    String.join(", ", allowed.stream().map(Problems::quoted).toList()));
        }
    }

    void atLeastOne(String parameter, int value, String unit) {
        if (value < 1) {
            add(parameter, String.valueOf(value), "a whole number of " + unit + ", at least 1");
        }
    }

    /** @throws AbortException with a line for each problem, if there is one */
    void throwIfAny() throws AbortException {
        if (found.size() == 1) {
            throw new AbortException(step + ": " + found.get(0));
        }
        if (!found.isEmpty()) {
            throw new AbortException(
                    step + ": " + found.size() + " parameters cannot be used\n  " + String.join("\n  ", found));
        }
    }

    static String quoted(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
