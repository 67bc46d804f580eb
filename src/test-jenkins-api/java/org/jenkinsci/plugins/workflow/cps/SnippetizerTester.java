package org.jenkinsci.plugins.workflow.cps;

import org.jenkinsci.plugins.workflow.steps.Step;
import org.jvnet.hudson.test.JenkinsRule;

public class SnippetizerTester {
    public SnippetizerTester(JenkinsRule rule) {}

    public void assertGenerateSnippet(String json, String snippet, String referer) throws Exception {}

    public void assertRoundTrip(Step step, String snippet) throws Exception {}

    public static void assertDocGeneration(Class<? extends hudson.model.Describable> type) throws Exception {}
}
