package io.jenkins.plugins.k8sprotect.harness.binding;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A class with a parameter of each type, to be bound. */
public final class Sample {
    final String name;
    final int count;
    final boolean really;
    String text;
    int number;
    Long big;
    boolean flag;
    Colour colour;
    List<String> words;
    List<Choice> choices;
    Map<String, String> pairs;
    Object anything;
    Choice choice;

    @DataBoundConstructor
    public Sample(String name, int count, boolean really) {
        this.name = name;
        this.count = count;
        this.really = really;
    }

    @DataBoundSetter
    public void setText(String text) {
        if ("refused".equals(text)) {
            throw new IllegalArgumentException("text: found refused");
        }
        this.text = text;
    }

    @DataBoundSetter
    public void setNumber(int number) {
        this.number = number;
    }

    @DataBoundSetter
    public void setBig(Long big) {
        this.big = big;
    }

    @DataBoundSetter
    public void setFlag(boolean flag) {
        this.flag = flag;
    }

    @DataBoundSetter
    public void setColour(Colour colour) {
        this.colour = colour;
    }

    @DataBoundSetter
    public void setWords(List<String> words) {
        this.words = words;
    }

    @DataBoundSetter
    public void setChoices(List<Choice> choices) {
        this.choices = choices;
    }

    @DataBoundSetter
    public void setPairs(Map<String, String> pairs) {
        this.pairs = pairs;
    }

    @DataBoundSetter
    public void setAnything(Object anything) {
        this.anything = anything;
    }

    @DataBoundSetter
    public void setChoice(Choice choice) {
        this.choice = choice;
    }

    public enum Colour {
        RED
    }

    /** A nested choice with one required parameter. */
    public static final class Choice extends AbstractDescribableImpl<Choice> {
        final String value;

        @DataBoundConstructor
        public Choice(String value) {
            this.value = value;
        }

        @Symbol("sample")
        static final class DescriptorImpl extends Descriptor<Choice> {}
    }
}
