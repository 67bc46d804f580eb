package io.jenkins.plugins.k8sprotect.engine.object;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.json;
import static io.jenkins.plugins.k8sprotect.engine.object.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldOwnersTest {
    private static final String PORT_80 = "k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}";

    @Test
    void onlyOwnersOfAFieldThatIsStillThereCount() {
        KubeObject recorded = object("""
                {'metadata': {'name': 'a', 'managedFields': [
                  {'manager': 'kubectl', 'operation': 'Apply', 'fieldsV1': {'f:data': {'f:a': {}}}},
                  {'manager': 'tool', 'operation': 'Update', 'fieldsV1': {'f:data': {'f:gone': {}}}},
                  {'manager': 'controller', 'operation': 'Update', 'subresource': 'status',
                   'fieldsV1': {'f:data': {'f:a': {}}}}]},
                 'data': {'a': '1'}}""");

        assertThat(FieldOwners.recorded(recorded).of(recorded)).singleElement().satisfies(owner -> {
            assertThat(owner.manager()).isEqualTo("kubectl");
            assertThat(owner.applies()).isTrue();
        });
    }

    @Test
    void aNodePortThatAManagerOwnsWasChosen() {
        KubeObject service = service("[{'manager': 'kubectl', 'operation': 'Update',"
                + " 'fieldsV1': {'f:spec': {'f:ports': {'" + PORT_80 + "': {'.': {}, 'f:nodePort': {}}}}}}]");

        assertThat(FieldOwners.recorded(service).chosenNodePorts()).containsExactly("80/TCP");
    }

    @Test
    void aNodePortThatNobodyOwnsWasAllocated() {
        KubeObject service = service("[{'manager': 'kubectl', 'operation': 'Update',"
                + " 'fieldsV1': {'f:spec': {'f:ports': {'" + PORT_80 + "': {'.': {}, 'f:port': {}}}}}}]");

        assertThat(FieldOwners.recorded(service).chosenNodePorts()).isEmpty();
    }

    @Test
    void aNodePortInTheLastAppliedConfigurationWasChosen() {
        KubeObject service = service("[]");
        annotate(
                service,
                "{'spec': {'ports': [{'port': 80, 'nodePort': 30080}, {'port': 53, 'protocol': 'UDP'},"
                        + " {'port': 54, 'protocol': 'UDP', 'nodePort': 30054}]}}");

        assertThat(FieldOwners.recorded(service).chosenNodePorts()).containsExactlyInAnyOrder("80/TCP", "54/UDP");
    }

    @Test
    void aLastAppliedConfigurationThatIsNoJsonSaysNothing() {
        KubeObject service = service("[]");
        annotate(service, "by hand");

        assertThat(FieldOwners.recorded(service).chosenNodePorts()).isEmpty();
    }

    @Test
    void restoredOwnersNameOwnersByTheirNewUids() {
        KubeObject recorded = object("""
                {'metadata': {'name': 'a', 'managedFields': [
                  {'manager': 'm', 'operation': 'Update', 'fieldsV1': {'f:metadata': {'f:ownerReferences': {
                    '.': {}, 'k:{\\"uid\\":\\"old\\"}': {}, 'k:{\\"uid\\":\\"stays\\"}': {}}}}}]}}""");

        var restored =
                FieldOwners.restored(recorded, uid -> Map.of("old", "new").getOrDefault(uid, uid));

        assertThat(restored.get(0).path("fieldsV1").path("f:metadata").path("f:ownerReferences"))
                .isEqualTo(json("{'.': {}, 'k:{\\\"uid\\\":\\\"new\\\"}': {}, 'k:{\\\"uid\\\":\\\"stays\\\"}': {}}"));
    }

    @Test
    void restoredOwnersAreNoneOfASubresourceAndLeaveTheRecordAsItIs() {
        KubeObject recorded = object("""
                {'metadata': {'name': 'a', 'managedFields': [
                  {'manager': 'controller', 'subresource': 'status', 'fieldsV1': {}},
                  {'manager': 'm', 'fieldsV1': {'f:metadata': {'f:ownerReferences': {'k:{\\"uid\\":\\"old\\"}': {}}}}}]}}""");
        KubeObject before = recorded.copy();

        assertThat(FieldOwners.restored(recorded, uid -> "new")).hasSize(1);
        assertThat(recorded.json()).isEqualTo(before.json());
    }

    @Test
    void nothingRecordedIsNothingToRestore() {
        assertThat(FieldOwners.restored(object("{'metadata': {'name': 'a'}}"), uid -> uid))
                .isNull();
    }

    private static KubeObject service(String managedFields) {
        return object("{'kind': 'Service', 'apiVersion': 'v1', 'metadata': {'name': 'web', 'managedFields': "
                + managedFields + "}, 'spec': {'ports': [{'port': 80, 'protocol': 'TCP', 'nodePort': 30080}]}}");
    }

    private static void annotate(KubeObject service, String lastApplied) {
        KubeObject.child(service.metadata(), "annotations")
                .put("kubectl.kubernetes.io/last-applied-configuration", lastApplied.replace('\'', '"'));
    }
}
