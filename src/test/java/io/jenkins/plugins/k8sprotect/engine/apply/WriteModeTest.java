package io.jenkins.plugins.k8sprotect.engine.apply;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.json;
import static io.jenkins.plugins.k8sprotect.engine.object.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import org.junit.jupiter.api.Test;

class WriteModeTest {
    private static final KubeObject WANTED = object(
            "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'shop'}, 'data': {'k': 'v', 'l': 'w'}}");

    @Test
    void whatNobodyIsRecordedForIsMadeUnderTheOwnName() {
        assertThat(WriteMode.of(null, WANTED)).isEqualTo(new WriteMode.Create("k8s-protect"));
        assertThat(WriteMode.of(WANTED, WANTED)).isEqualTo(new WriteMode.Create("k8s-protect"));
    }

    @Test
    void oneOwnerByUpdateIsOnePostUnderItsName() {
        assertThat(mode("{'manager': 'kubectl-create', 'operation': 'Update', 'fieldsV1': {'f:data': {}}}"))
                .isEqualTo(new WriteMode.Create("kubectl-create"));
    }

    @Test
    void oneOwnerByApplyIsOneApplyOfWhatItOwns() {
        WriteMode mode = mode("{'manager': 'helm', 'operation': 'Apply', 'fieldsV1': {'f:data': {'f:k': {}}}}");

        assertThat(mode).isInstanceOfSatisfying(WriteMode.Apply.class, apply -> {
            assertThat(apply.manager()).isEqualTo("helm");
            assertThat(apply.owned().json())
                    .isEqualTo(json("{'apiVersion': 'v1', 'kind': 'ConfigMap',"
                            + " 'metadata': {'name': 'a', 'namespace': 'shop'}, 'data': {'k': 'v'}}"));
        });
    }

    @Test
    void severalOwnersNeedASecondWrite() {
        assertThat(mode("{'manager': 'helm', 'operation': 'Apply', 'fieldsV1': {'f:data': {'f:k': {}}}},"
                        + " {'manager': 'kubectl', 'operation': 'Update', 'fieldsV1': {'f:data': {'f:l': {}}}}"))
                .isEqualTo(new WriteMode.CreateThenOwners("helm"));
    }

    @Test
    void ownersOfStatusOrOfNothingThatIsLeftDoNotCount() {
        assertThat(mode("{'manager': 'kubectl-create', 'operation': 'Update', 'fieldsV1': {'f:data': {}}},"
                        + " {'manager': 'controller', 'operation': 'Update', 'subresource': 'status', 'fieldsV1': {'f:data': {}}},"
                        + " {'manager': 'gone', 'operation': 'Update', 'fieldsV1': {'f:data': {'f:gone': {}}}}"))
                .isEqualTo(new WriteMode.Create("kubectl-create"));
    }

    private static WriteMode mode(String managedFields) {
        KubeObject recorded = WANTED.copy();
        recorded.metadata()
                .set("managedFields", json("{'m': [" + managedFields + "]}").get("m"));
        return WriteMode.of(recorded, WANTED);
    }
}
