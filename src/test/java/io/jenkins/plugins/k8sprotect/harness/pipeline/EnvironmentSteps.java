package io.jenkins.plugins.k8sprotect.harness.pipeline;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** The steps that set variables. */
final class EnvironmentSteps {
    private final RunningPipeline pipeline;

    EnvironmentSteps(RunningPipeline pipeline) {
        this.pipeline = pipeline;
    }

    void addTo(Map<String, BuiltIn> steps) {
        steps.put("withEnv", this::withEnv);
        steps.put("withCredentials", this::withCredentials);
        for (String binding : List.of("usernamePassword", "string", "file")) {
            steps.put(binding, a -> new UninstantiatedDescribable(binding, null, a.named()));
        }
    }

    private Object withEnv(Arguments a) {
        Map<String, String> variables = new HashMap<>();
        for (Object variable : (List<?>) a.value("overrides")) {
            String[] parts = variable.toString().split("=", 2);
            variables.put(parts[0], parts[1]);
        }
        return pipeline.within(pipeline.scope().with(variables), a.body());
    }

    private Object withCredentials(Arguments a) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (Object binding : (List<?>) a.value("bindings")) {
            bind((UninstantiatedDescribable) binding, variables);
        }
        return pipeline.within(pipeline.scope().with(variables), a.body());
    }

    private void bind(UninstantiatedDescribable binding, Map<String, String> variables) throws IOException {
        String id = String.valueOf(binding.getArguments().get("credentialsId"));
        switch (binding.getSymbol()) {
            case "string" ->
                variables.put(
                        name(binding, "variable"),
                        find(id, StringCredentials.class).getSecret().getPlainText());
            case "file" -> variables.put(name(binding, "variable"), written(find(id, FileCredentials.class)));
            default -> {
                StandardUsernamePasswordCredentials login = find(id, StandardUsernamePasswordCredentials.class);
                variables.put(name(binding, "usernameVariable"), login.getUsername());
                variables.put(
                        name(binding, "passwordVariable"), login.getPassword().getPlainText());
            }
        }
    }

    /** A file of the agent's, outside of the workspace. */
    private String written(FileCredentials file) throws IOException {
        Path secret = Files.createTempFile("secret", "");
        Files.write(secret, file.getContent().readAllBytes());
        secret.toFile().deleteOnExit();
        return secret.toString();
    }

    private <C extends IdCredentials> C find(String id, Class<C> type) throws AbortException {
        C found = CredentialsProvider.findCredentialById(id, type, pipeline.build());
        if (found == null) {
            throw new AbortException("Could not find credentials entry with ID '" + id + "'");
        }
        return found;
    }

    private static String name(UninstantiatedDescribable binding, String parameter) {
        return String.valueOf(binding.getArguments().get(parameter));
    }
}
