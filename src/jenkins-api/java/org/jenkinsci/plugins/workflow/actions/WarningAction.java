package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Result;

/** Holds what it was given: tests need that. */
public class WarningAction implements PersistentAction {
    private final Result result;
    private String message;

    public WarningAction(Result result) {
        this.result = result;
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getIconFileName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getUrlName() {
        throw new UnsupportedOperationException();
    }

    public Result getResult() {
        return result;
    }

    public String getMessage() {
        return message;
    }

    public WarningAction withMessage(String text) {
        message = text;
        return this;
    }
}
