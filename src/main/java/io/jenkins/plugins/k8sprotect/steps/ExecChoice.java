package io.jenkins.plugins.k8sprotect.steps;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code exec(selector: 'app=db', command: ['sync'])}: a command in containers. */
public final class ExecChoice extends HookActionChoice {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> command;
    private String selector = "";
    private String pod = "";
    private String container = "";
    private String target = "all";

    /** @param command program and arguments, as they are */
    @DataBoundConstructor
    public ExecChoice(List<String> command) {
        this.command = new ArrayList<>();
        for (Object part : command == null ? List.of() : command) {
            this.command.add(String.valueOf(part)); // A Pipeline's list may hold a GString or a number.
        }
    }

    public List<String> getCommand() {
        return new ArrayList<>(command);
    }

    public String getSelector() {
        return selector;
    }

    /** Labels of the pods. */
    @DataBoundSetter
    public void setSelector(String selector) {
        this.selector = OperationStep.trimmed(selector);
    }

    public String getPod() {
        return pod;
    }

    /** Name of the one pod, instead of a selector. */
    @DataBoundSetter
    public void setPod(String pod) {
        this.pod = OperationStep.trimmed(pod);
    }

    public String getContainer() {
        return container;
    }

    /** Name of the container; empty: the default one. */
    @DataBoundSetter
    public void setContainer(String container) {
        this.container = OperationStep.trimmed(container);
    }

    public String getTarget() {
        return target;
    }

    /** {@code all} or {@code one}. */
    @DataBoundSetter
    public void setTarget(String target) {
        this.target = OperationStep.trimmed(target);
    }

    /** A command that ran once may do harm when it runs twice. */
    @Override
    boolean isRepeatable() {
        return false;
    }

    @Override
    void check(Problems problems) {
        problems.oneOf("action.target", target, List.of("all", "one"));
        try {
            exec(Target.ALL);
        } catch (IllegalArgumentException e) {
            problems.add("action." + e.getMessage());
        }
    }

    @Override
    HookAction action(String fileText) {
        return exec(Target.valueOf(target.toUpperCase(Locale.ROOT)));
    }

    private ExecAction exec(Target where) {
        return new ExecAction(selector, pod, container, command, where);
    }

    @Override
    String shown() {
        return "exec in " + (pod.isEmpty() ? selector : "pod " + pod);
    }

    /** What Jenkins shows and needs to know of it. */
    @Extension
    @Symbol("exec")
    public static final class DescriptorImpl extends Descriptor<HookActionChoice> {
        @Override
        public String getDisplayName() {
            return "Run a command in containers";
        }

        /** A form has no field for a list of texts: it has lines instead. */
        @Override
        public HookActionChoice newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            ExecChoice filled = new ExecChoice(FormLines.lines(form.optString("command")));
            filled.setSelector(form.optString("selector"));
            filled.setPod(form.optString("pod"));
            filled.setContainer(form.optString("container"));
            filled.setTarget(form.optString("target", "all"));
            return filled;
        }

        /** The list as the form shows it. */
        public String shownLines(List<String> lines) {
            return lines == null ? "" : String.join("\n", lines);
        }

        /** The words that the form offers. */
        @POST
        public ListBoxModel doFillTargetItems() {
            return OperationStepDescriptor.words("in each, one after the other", "all", "in one", "one");
        }
    }
}
