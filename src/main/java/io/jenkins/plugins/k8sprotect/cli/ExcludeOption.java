package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.app.ExcludeExpression;
import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what to leave out. */
final class ExcludeOption implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String text) {
        try {
            return ExcludeExpression.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
