package org.jvnet.hudson.test.junit.jupiter;

import java.io.Serializable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;

public class RealJenkinsExtension implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {}

    @Override
    public void afterEach(ExtensionContext context) {}

    public interface Step extends Serializable {
        void run(JenkinsRule r) throws Throwable;
    }

    public void then(Step... steps) throws Throwable {}
}
