package io.jenkins.plugins.k8sprotect.engine.apply;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.bytes;
import static io.jenkins.plugins.k8sprotect.engine.object.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of carrying out: limits, uids, what blocks. */
class PartsTest {
    @Test
    void theLimitHalvesWhenTheServerAsksForFewerAndNeverFallsBelowOne() throws InterruptedException {
        AdaptiveLimit limit = new AdaptiveLimit(32);

        assertThat(limit.current()).isEqualTo(16);
        one(limit, true);
        assertThat(limit.current()).isEqualTo(8);
        for (int i = 0; i < 10; i++) {
            one(limit, true);
        }
        assertThat(limit.current()).isEqualTo(1);
    }

    @Test
    void theLimitRisesByOneAfterAboutAsManySuccessesAsItAllowsUpToItsBound() throws InterruptedException {
        AdaptiveLimit limit = new AdaptiveLimit(18);

        for (int i = 0; i < 17; i++) {
            one(limit, false);
        }
        assertThat(limit.current()).isEqualTo(17);
        for (int i = 0; i < 200; i++) {
            one(limit, false);
        }
        assertThat(limit.current()).isEqualTo(18);
    }

    @Test
    void theLimitNeverBeginsAboveItsBound() {
        assertThat(new AdaptiveLimit(1).current()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'A', 'metadata': {'name': 'a', 'labels': {'uid': 'no'}, 'uid': 'u'}, 'uid': 'no'} | u",
                "{'data': {'metadata': {'uid': 'no'}}, 'metadata': {'ownerReferences': [{'uid': 'no'}], 'uid': 'u'}} | u",
                "{'metadata': {'name': 'a'}} | ``",
                "{} | ``",
            })
    void theUidIsReadOutOfTheMetadataAlone(String json, String uid) {
        assertThat(Uids.of(bytes(json))).isEqualTo(uid);
    }

    @Test
    void ownerReferencesAreGivenTheNewUids() {
        OwnerUids uids = new OwnerUids(Set.of("old"));
        uids.remember("old", "new");
        uids.remember("nobody", "else");
        KubeObject object = owned("'old'");

        assertThat(uids.rewrite(object)).isTrue();
        assertThat(object.owners()).singleElement().satisfies(o -> assertThat(o.uid())
                .isEqualTo("new"));
        assertThat(uids.newUid("nobody")).isEqualTo("nobody");
    }

    @Test
    void aReferenceToAnOwnerThatIsNotThereIsDroppedSinceTheObjectWouldBeDeletedForIt() {
        OwnerUids uids = new OwnerUids(Set.of("old", "failed"));
        uids.remember("old", "new");
        uids.remember("failed", "");
        KubeObject two = owned("'old'", "'failed'");
        KubeObject one = owned("'failed'");

        assertThat(uids.rewrite(two)).isFalse();
        assertThat(two.owners()).hasSize(1);
        assertThat(uids.rewrite(one)).isFalse();
        assertThat(one.metadata().has("ownerReferences")).isFalse();
    }

    @Test
    void whatBlocksADeletionIsNamed() {
        assertThat(Blockers.of(object(
                        "{'metadata': {'finalizers': ['a.example/hold', 'b.example/hold']}, 'status': {'conditions':"
                                + " [{'type': 'NamespaceContentRemaining', 'status': 'True', 'message': 'pods. has 1 left'},"
                                + " {'type': 'Other', 'status': 'False', 'message': 'no'}]}}")))
                .isEqualTo(": finalizers a.example/hold, b.example/hold; pods. has 1 left");
        assertThat(Blockers.of(object("{'metadata': {}}"))).isEmpty();
    }

    private static void one(AdaptiveLimit limit, boolean overloaded) throws InterruptedException {
        limit.enter();
        limit.leave(overloaded);
    }

    private static KubeObject owned(String... uids) {
        StringBuilder references = new StringBuilder();
        for (String uid : uids) {
            references
                    .append(references.isEmpty() ? "" : ",")
                    .append("{'kind': 'Widget', 'name': 'w', 'uid': ")
                    .append(uid)
                    .append("}");
        }
        return object("{'kind': 'A', 'metadata': {'name': 'a', 'ownerReferences': [" + references + "]}}");
    }
}
