package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.util.List;

/**
 * A command to be run in a container.
 *
 * @param namespace the pod's namespace
 * @param pod the pod's name
 * @param container the container's name
 * @param command program and arguments, given to it as they are; no shell looks at them
 */
public record ExecRequest(String namespace, String pod, String container, List<String> command) {
    public ExecRequest {
        command = List.copyOf(command);
    }

    /** What is asked for. The server gives no JSON on success, and refuses a request for nothing else with 406. */
    Request toRequest() {
        return Request.get(path(), what()).accepting("*/*");
    }

    /** Its path. The command stands in it, and so in the audit log of the API server. */
    private String path() {
        StringBuilder path = new StringBuilder("/api/v1/namespaces/")
                .append(Paths.encode(namespace))
                .append("/pods/")
                .append(Paths.encode(pod))
                .append("/exec?stdout=true&stderr=true&container=")
                .append(Paths.encode(container));
        command.forEach(argument -> path.append("&command=").append(Paths.encode(argument)));
        return path.toString();
    }

    /** For messages; without the command, which may hold a secret. */
    private String what() {
        return "run a command in pods/" + pod + ", container " + container + ", in namespace " + namespace;
    }

    @Override
    public String toString() {
        return what();
    }
}
