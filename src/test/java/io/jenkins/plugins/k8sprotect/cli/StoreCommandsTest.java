package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StoreCommandsTest {
    private static final String FIRST = "20260130T120000Z-0000aa";
    private static final String SECOND = "20260131T120000Z-0000bb";

    @TempDir
    private Path folder;

    private final Harness harness = new Harness();
    private GivenFiles given;

    @BeforeEach
    void backups() {
        given = new GivenFiles(folder);
        given.backup("shop", FIRST, Outcome.SUCCEEDED);
        given.backup("shop", SECOND, Outcome.WARNING);
        given.backup("blog", SECOND, Outcome.SUCCEEDED);
    }

    @Test
    void backupsAreListedByApplicationNewestFirst() {
        assertThat(harness.run("list", "--from", given.store())).isZero();
        assertThat(harness.out().lines().map(l -> l.replaceAll(" {2,}\\d.*UTC|  +[0-9.,]+ .*", "")))
                .hasSize(4);
        assertThat(harness.out())
                .startsWith("APPLICATION  BACKUP                   STARTED                  OUTCOME    OBJECTS")
                .containsSubsequence("blog         " + SECOND, "shop         " + SECOND, "shop         " + FIRST)
                .contains("2026-01-31 12:00:00 UTC  warning          1");
    }

    @Test
    void oneApplicationsBackupsAreListedAsJson() {
        assertThat(harness.run("list", "--from", given.store(), "--app", "shop", "--json"))
                .isZero();
        JsonNode backups = harness.json().path("backups");
        assertThat(backups).hasSize(2);
        assertThat(backups.get(0).path("backupId").stringValue()).isEqualTo(SECOND);
        assertThat(backups.get(0).path("outcome").stringValue()).isEqualTo("warning");
        assertThat(backups.get(0).path("objects").longValue()).isEqualTo(1);
    }

    @Test
    void anEmptyListIsNoResultAndNoError() {
        assertThat(harness.run("list", "--from", given.store(), "--app", "none"))
                .isZero();
        assertThat(harness.out()).isEmpty();
        assertThat(harness.err()).startsWith("No backups of none in file:///");
    }

    @Test
    void aBackupIsShown() {
        assertThat(harness.run("show", "--from", given.store(), "--backup", FIRST))
                .isZero();
        assertThat(harness.out())
                .startsWith("Backup of shop: succeeded\n  backup    " + FIRST + "\n")
                .contains("  cluster   https://10.0.0.1:6443 (v1.36.3)\n", "  made by   k8s-protect 1.2.3\n")
                .contains("KIND       ACTION    COUNT\nConfigMap  captured      1\n")
                .endsWith(
                        "attention: data-not-protected: PersistentVolumeClaim shop/orders-data: data NOT protected\n");
    }

    @Test
    void theLatestBackupIsShownAsJson() {
        assertThat(harness.run("show", "--from", given.store(), "--app", "shop", "--json"))
                .isZero();
        assertThat(harness.json().path("backupId").stringValue()).isEqualTo(SECOND);
        assertThat(harness.json().path("findings").get(0).path("code").stringValue())
                .isEqualTo("data-not-protected");
        assertThat(harness.json().path("files").size()).isGreaterThan(1);
    }

    @Test
    void aBackupThatIsNotThereIsAFailureThatSaysWhatIs() {
        assertThat(harness.run("show", "--from", given.store(), "--app", "shop", "--backup", "20200101T000000Z-000000"))
                .isEqualTo(1);
        assertThat(harness.err()).contains("no backup 20200101T000000Z-000000", SECOND);
    }

    @Test
    void verifyingAsksTheEngine() {
        assertThat(harness.run("verify", "--from", given.store(), "--backup", FIRST))
                .isZero();
        assertThat(harness.operations.asked).isEqualTo("verify shop " + FIRST);
    }

    @Test
    void deletingNeedsAYes() {
        assertThat(harness.run("delete", "--from", given.store(), "--backup", FIRST))
                .isEqualTo(2);
        assertThat(harness.err()).contains("would delete backup " + FIRST + " of shop", "--yes");
        assertThat(harness.run("show", "--from", given.store(), "--backup", FIRST))
                .isZero();
    }

    @Test
    void aDeletedBackupIsGoneAndTheOthersAreNot() {
        assertThat(harness.run("delete", "--from", given.store(), "--backup", FIRST, "--yes", "--json"))
                .isZero();
        assertThat(harness.json().path("deleted").path("backupId").stringValue())
                .isEqualTo(FIRST);
        assertThat(new Harness().run("show", "--from", given.store(), "--app", "shop", "--backup", FIRST))
                .isEqualTo(1);
        assertThat(new Harness().run("show", "--from", given.store(), "--app", "shop", "--backup", SECOND))
                .isZero();
    }
}
