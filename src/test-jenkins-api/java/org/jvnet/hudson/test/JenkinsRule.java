package org.jvnet.hudson.test;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.model.TopLevelItem;
import hudson.security.SecurityRealm;
import hudson.slaves.DumbSlave;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.xml.sax.SAXException;

/** What the tests use of it. */
public class JenkinsRule {
    public Jenkins jenkins;

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return null;
    }

    public <T extends TopLevelItem> T createProject(Class<T> type) throws IOException {
        return null;
    }

    public FreeStyleProject createFreeStyleProject() throws IOException {
        return null;
    }

    public FreeStyleProject createFreeStyleProject(String name) throws IOException {
        return null;
    }

    public FreeStyleBuild buildAndAssertSuccess(FreeStyleProject job) throws Exception {
        return null;
    }

    public DummySecurityRealm createDummySecurityRealm() {
        return null;
    }

    public DumbSlave createOnlineSlave(Label label) throws Exception {
        return null;
    }

    public void disconnectSlave(DumbSlave agent) throws Exception {}

    public void waitOnline(Slave agent) throws Exception {}

    public void configRoundtrip() throws Exception {}

    public HtmlPage submit(HtmlForm form) throws Exception {
        return null;
    }

    public <J extends Job<J, R> & ParameterizedJobMixIn.ParameterizedJob<J, R>, R extends Run<J, R> & Queue.Executable>
            R buildAndAssertSuccess(J job) throws Exception {
        return null;
    }

    public <J extends Job<J, R> & ParameterizedJobMixIn.ParameterizedJob<J, R>, R extends Run<J, R> & Queue.Executable>
            R buildAndAssertStatus(Result status, J job) throws Exception {
        return null;
    }

    @SuppressWarnings("rawtypes")
    public <R extends Run> R assertBuildStatus(Result status, R run) throws Exception {
        return null;
    }

    @SuppressWarnings("rawtypes")
    public <R extends Run> R assertBuildStatusSuccess(R run) throws Exception {
        return null;
    }

    @SuppressWarnings("rawtypes")
    public void assertLogContains(String text, Run run) throws IOException {}

    @SuppressWarnings("rawtypes")
    public void assertLogNotContains(String text, Run run) throws IOException {}

    public <R extends Run<?, ?>> R waitForCompletion(R run) throws InterruptedException {
        return null;
    }

    public <R extends Run<?, ?>> R waitForMessage(String message, R run) throws IOException, InterruptedException {
        return null;
    }

    @SuppressWarnings("rawtypes")
    public static String getLog(Run run) throws IOException {
        return null;
    }

    public void assertEqualBeans(Object expected, Object found, String properties) throws Exception {}

    public void assertEqualDataBoundBeans(Object expected, Object found) throws Exception {}

    public void assertEqualDataBoundBeans(List<?> expected, List<?> found) throws Exception {}

    public WebClient createWebClient() {
        return null;
    }

    public static class DummySecurityRealm extends SecurityRealm {
        @Override
        public SecurityComponents createSecurityComponents() {
            return null;
        }
    }

    public class WebClient extends org.htmlunit.WebClient {
        public WebClient login(String user) throws Exception {
            return this;
        }

        public WebClient withThrowExceptionOnFailingStatusCode(boolean enabled) {
            return this;
        }

        @SuppressWarnings("rawtypes")
        public HtmlPage getPage(Run run) throws IOException, SAXException {
            return null;
        }

        @SuppressWarnings("rawtypes")
        public HtmlPage getPage(Run run, String relative) throws IOException, SAXException {
            return null;
        }

        public HtmlPage getPage(Item item, String relative) throws IOException, SAXException {
            return null;
        }

        public HtmlPage goTo(String relative) throws IOException, SAXException {
            return null;
        }

        public URL createCrumbedUrl(String relative) throws IOException {
            return null;
        }
    }
}
