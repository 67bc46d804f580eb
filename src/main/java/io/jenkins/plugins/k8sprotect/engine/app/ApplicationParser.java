package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a definition: YAML 1.2 (so also JSON) of at most 1 MiB. A text of several documents may hold other Kubernetes
 * objects beside exactly one application.
 */
public final class ApplicationParser {
    private ApplicationParser() {}

    /**
     * @param sourceName what the text is called in messages, such as a file's name
     * @throws InvalidDefinition with every mistake that was found
     */
    public static Application parse(String yaml, String sourceName) {
        Mistakes mistakes = new Mistakes(sourceName);
        Node document = theApplication(YamlDocuments.parse(yaml, YamlForm.DEFINITION, mistakes), mistakes);
        new DuplicateKeys(mistakes).check(document, "");
        Optional<Application> application = new DefinitionReader(new Value(document, "", mistakes), yaml).read();
        mistakes.throwIfAny();
        return application.orElseThrow(() -> new IllegalStateException(sourceName + ": not read, yet no mistake"));
    }

    /**
     * As {@link #parse(String, String)}, from UTF-8 bytes. Reads no more than a definition may have; does not close
     * the stream.
     *
     * @throws IOException if reading fails
     * @throws InvalidDefinition with every mistake that was found
     */
    public static Application parse(InputStream utf8, String sourceName) throws IOException {
        byte[] bytes = utf8.readNBytes(YamlForm.DEFINITION.maxBytes() + 1);
        Mistakes mistakes = new Mistakes(sourceName);
        if (bytes.length > YamlForm.DEFINITION.maxBytes()) {
            mistakes.add(0, 0, "", YamlForm.DEFINITION.tooLarge());
            throw mistakes.asException();
        }
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    sourceName);
        } catch (CharacterCodingException e) {
            mistakes.add(0, 0, "", "not UTF-8; save the file in that encoding");
            throw mistakes.asException();
        }
    }

    private static Node theApplication(List<Node> documents, Mistakes mistakes) {
        if (documents.size() == 1) {
            return documents.get(0);
        }
        List<Node> applications =
                documents.stream().filter(ApplicationParser::isApplication).toList();
        if (applications.size() == 1) {
            return applications.get(0);
        }
        if (documents.isEmpty()) {
            mistakes.add(0, 0, "", "is empty; expected an application definition");
        } else if (applications.isEmpty()) {
            mistakes.add(
                    0,
                    0,
                    "",
                    "none of its " + documents.size() + " documents has apiVersion " + Application.API_VERSION
                            + " and kind " + Application.KIND);
        } else {
            mistakes.add(
                    applications.get(1),
                    "",
                    "a second application definition (others in lines " + others(applications) + "); give one a file");
        }
        throw mistakes.asException();
    }

    private static String others(List<Node> applications) {
        return applications.stream()
                .filter(node -> node != applications.get(1))
                .limit(10)
                .map(node ->
                        String.valueOf(node.getStartMark().map(Mark::getLine).orElse(-1) + 1))
                .collect(Collectors.joining(", "));
    }

    private static boolean isApplication(Node document) {
        return Application.KIND.equals(field(document, "kind"))
                && field(document, "apiVersion").startsWith("protect.k8s.jenkins.io/");
    }

    private static String field(Node document, String name) {
        if (document instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (Mapping.keyOf(entry.getKeyNode()).equals(name)
                        && entry.getValueNode() instanceof ScalarNode scalar) {
                    return scalar.getValue();
                }
            }
        }
        return "";
    }
}
