package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeRulesTest {
    private static final String BOUND =
            "'annotations': {'pv.kubernetes.io/bind-completed': 'yes', 'pv.kubernetes.io/bound-by-controller': 'yes',"
                    + " 'volume.kubernetes.io/storage-provisioner': 'p', 'volume.beta.kubernetes.io/storage-provisioner': 'p',"
                    + " 'volume.kubernetes.io/selected-node': 'n'}, ";

    private final RuleTester claims = new RuleTester(new PersistentVolumeClaimRule());
    private final RuleTester volumes = new RuleTester(new PersistentVolumeRule());

    @Test
    void aBoundClaimIsUnboundAndKeepsClassSizeAndAccess() {
        claims.becomes(claim(BOUND, ", 'volumeName': 'pvc-1'"), claim("", ""));
    }

    @Test
    void annotationsOfAUserStayOnAClaim() {
        claims.becomes(
                claim("'annotations': {'mine': 'x', 'pv.kubernetes.io/bind-completed': 'yes'}, ", ""),
                claim("'annotations': {'mine': 'x'}, ", ""));
    }

    @Test
    void aReplacementOfABoundClaimNamesItsVolumeSinceItIsImmutable() {
        claims.carriesOver(
                claim(BOUND, ", 'volumeName': 'pvc-1'"), claim("", ""), claim(BOUND, ", 'volumeName': 'pvc-1'"));
        claims.carriesOver(claim("", ""), claim("", ""), claim("", ""));
    }

    @Test
    void aVolumeThatIsDeletedWithItsClaimIsProvisionedAnew() {
        assertThat(volumes.skips(volume(
                        "'annotations': {'pv.kubernetes.io/provisioned-by': 'p'}, ",
                        "'persistentVolumeReclaimPolicy': 'Delete'")))
                .contains("new volume");
    }

    @Test
    void aVolumeThatIsRetainedOrMadeByHandWaitsForTheClaimOfTheSameName() {
        volumes.becomes(
                volume(
                        "'annotations': {'pv.kubernetes.io/provisioned-by': 'p', 'pv.kubernetes.io/bound-by-controller': 'yes'}, ",
                        "'persistentVolumeReclaimPolicy': 'Retain', 'claimRef': {'namespace': 'shop', 'name': 'data',"
                                + " 'uid': 'u', 'resourceVersion': '7'}"),
                volume(
                        "'annotations': {'pv.kubernetes.io/provisioned-by': 'p'}, ",
                        "'persistentVolumeReclaimPolicy': 'Retain', 'claimRef': {'namespace': 'shop', 'name': 'data'}"));
        volumes.leaves(volume("", "'persistentVolumeReclaimPolicy': 'Delete', 'nfs': {'server': 's', 'path': '/'}"));
    }

    @Test
    void aPresentVolumeStaysBoundToItsClaim() {
        volumes.carriesOver(
                volume("", "'claimRef': {'namespace': 'shop', 'name': 'data', 'uid': 'u'}"),
                volume("", "'claimRef': {'namespace': 'other', 'name': 'data'}"),
                volume("", "'claimRef': {'namespace': 'shop', 'name': 'data', 'uid': 'u'}"));
    }

    private static String claim(String metadata, String spec) {
        return "{'apiVersion': 'v1', 'kind': 'PersistentVolumeClaim', 'metadata': {" + metadata + "'name': 'data'},"
                + " 'spec': {'storageClassName': 'fast', 'accessModes': ['ReadWriteOnce'],"
                + " 'resources': {'requests': {'storage': '1Gi'}}" + spec + "}}";
    }

    private static String volume(String metadata, String spec) {
        return "{'apiVersion': 'v1', 'kind': 'PersistentVolume', 'metadata': {" + metadata
                + "'name': 'pv-1'}, 'spec': {" + spec + "}}";
    }
}
