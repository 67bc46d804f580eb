package io.jenkins.plugins.k8sprotect.harness.pipeline;

import io.jenkins.plugins.k8sprotect.harness.binding.BoundModel;
import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * What Declarative's validator refuses before a build runs anything: where steps are expected, everything else but steps,
 * and parameters that one of the plugin's steps does not have. In {@code script} and in a scripted Pipeline all goes.
 */
final class DeclarativeCheck extends CodeVisitorSupport {
    private static final Set<String> OF_STEPS = Stream.concat(
                    Stream.of("steps"), Stream.of(PostCondition.values()).map(PostCondition::written))
            .collect(Collectors.toUnmodifiableSet());

    private final Descriptors descriptors;

    private DeclarativeCheck(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    /** @throws IllegalArgumentException with the first mistake and its line */
    static void run(String jenkinsfile, Descriptors descriptors) {
        SourceUnit source = SourceUnit.create("WorkflowScript", jenkinsfile);
        source.parse();
        source.completePhase();
        source.nextPhase();
        source.convert();
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            call(statement)
                    .filter(c -> "pipeline".equals(c.getMethodAsString()))
                    .ifPresent(new DeclarativeCheck(descriptors)::visitMethodCallExpression);
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        Optional<ClosureExpression> block = block(call);
        if (block.isPresent() && OF_STEPS.contains(call.getMethodAsString())) {
            checkSteps(block.get());
        } else {
            super.visitMethodCallExpression(call);
        }
    }

    private void checkSteps(ClosureExpression block) {
        for (Statement statement : ((BlockStatement) block.getCode()).getStatements()) {
            MethodCallExpression step = call(statement)
                    .filter(MethodCallExpression::isImplicitThis)
                    .orElseThrow(() -> refused(statement, "Expected a step"));
            checkParameters(step);
            if (!"script".equals(step.getMethodAsString())) {
                block(step).ifPresent(this::checkSteps);
            }
        }
    }

    private void checkParameters(MethodCallExpression step) {
        Optional<StepDescriptor> descriptor = descriptors.step(String.valueOf(step.getMethodAsString()));
        if (descriptor.isEmpty()) {
            return;
        }
        Class<?> type = descriptor.get().clazz;
        BoundModel model = BoundModel.of(type);
        for (Expression argument : arguments(step)) {
            if (argument instanceof MapExpression named) {
                for (MapEntryExpression entry : named.getMapEntryExpressions()) {
                    String name = entry.getKeyExpression().getText();
                    if (!model.knows(name)) {
                        throw refused(entry, "Invalid parameter \"" + name + "\"");
                    }
                }
            }
        }
    }

    private static Optional<MethodCallExpression> call(Statement statement) {
        return statement instanceof ExpressionStatement e && e.getExpression() instanceof MethodCallExpression call
                ? Optional.of(call)
                : Optional.empty();
    }

    private static Optional<ClosureExpression> block(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression block
                ? Optional.of(block)
                : Optional.empty();
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
    }

    private static IllegalArgumentException refused(ASTNode where, String why) {
        return new IllegalArgumentException(
                "WorkflowScript: " + where.getLineNumber() + ": " + why + " @ line " + where.getLineNumber());
    }
}
