package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import hudson.model.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Runs {@code pipeline { … }}: reads all of it first, then its stages in order, and what is to be done afterwards. */
final class Declarative {
    private final RunningPipeline pipeline;
    private final FlowSteps flow;
    private final NodeSteps nodes;
    private final boolean hasSource;
    private final StepsBlock blocks;
    private final DeclarativeValues values;

    Declarative(
            RunningPipeline pipeline,
            Dsl dsl,
            FlowSteps flow,
            NodeSteps nodes,
            boolean hasSource,
            Map<String, Object> parameters) {
        this.pipeline = pipeline;
        this.flow = flow;
        this.nodes = nodes;
        this.hasSource = hasSource;
        this.blocks = new StepsBlock(dsl);
        this.values = new DeclarativeValues(pipeline, parameters);
    }

    Object run(Closure<?> body) throws Exception {
        Sections all = Sections.ofPipeline(body);
        values.addDefaults(all.parameters);
        return around(all, () -> {
            withPost(all, pipeline.scope().stage(), () -> runStages(all));
            return null;
        });
    }

    private Object runStages(Sections all) {
        Throwable failure = null;
        for (Sections stage : all.stages) {
            if (failure != null) {
                pipeline.log("Stage \"" + stage.name + "\" skipped due to earlier failure(s)");
                continue;
            }
            try {
                runStage(stage);
            } catch (Throwable e) {
                failure = e;
                pipeline.build().setResult(FlowSteps.resultOf(e));
            }
        }
        if (failure != null) {
            throw RunningPipeline.<RuntimeException>asItIs(failure);
        }
        return null;
    }

    private Object runStage(Sections stage) {
        return flow.stage(stage.name, () -> {
            if (!values.when(stage.when)) {
                pipeline.log("Stage \"" + stage.name + "\" skipped due to when conditional");
                return null;
            }
            if (stage.input != null) {
                pipeline.log(stage.input + System.lineSeparator() + "Approved by admin");
            }
            return around(stage, () -> withPost(stage, pipeline.scope().stage(), () -> work(stage)));
        });
    }

    private Object work(Sections stage) throws Exception {
        if (stage.parallel) {
            Map<String, Callable<?>> branches = new LinkedHashMap<>();
            stage.stages.forEach(branch -> branches.put(branch.name, () -> runStage(branch)));
            return new Branches(pipeline).run(branches);
        }
        return stage.steps == null ? runStages(stage) : blocks.run(stage.steps);
    }

    /** Agent, environment and options of a pipeline or stage. */
    private Object around(Sections sections, Callable<Object> body) throws Exception {
        Callable<Object> inTime = sections.timeout == 0
                ? body
                : () -> flow.timeout(sections.timeout, TimeUnit.valueOf(sections.timeoutUnit), body);
        Callable<Object> inEnvironment = () -> pipeline.within(values.environment(sections.environment), inTime);
        if (sections.agent == null || sections.agent.equals("none")) {
            return inEnvironment.call();
        }
        return nodes.node(sections.agent.equals("any") ? "" : sections.agent, () -> {
            if (hasSource && sections.checkout) {
                nodes.checkout();
            }
            return inEnvironment.call();
        });
    }

    /** Runs it, then the blocks of {@code post} whose conditions its result meets. */
    private Object withPost(Sections sections, StageReport stage, Callable<Object> body) throws Exception {
        Throwable failure = null;
        try {
            body.call();
        } catch (Throwable e) {
            failure = e;
            pipeline.build().setResult(FlowSteps.resultOf(e));
        }
        Result result = stage == null ? pipeline.build().getResult() : stage.result();
        if (failure != null && FlowSteps.resultOf(failure).isWorseThan(result)) {
            result = FlowSteps.resultOf(failure);
        }
        post(sections, result == null ? Result.SUCCESS : result);
        if (failure != null) {
            throw RunningPipeline.<RuntimeException>asItIs(failure);
        }
        return null;
    }

    private void post(Sections sections, Result result) {
        for (PostCondition condition : PostCondition.values()) {
            Closure<?> block = sections.post.get(condition.written());
            if (block != null && condition.applies(result)) {
                try {
                    blocks.run(block);
                } catch (RuntimeException e) {
                    pipeline.log("Error when executing " + condition.written() + " post condition: " + e);
                    pipeline.build().setResult(Result.FAILURE);
                }
            }
        }
    }
}
