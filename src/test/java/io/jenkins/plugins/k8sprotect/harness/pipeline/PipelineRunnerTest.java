package io.jenkins.plugins.k8sprotect.harness.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import io.jenkins.plugins.k8sprotect.harness.build.JobOnDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineRunnerTest {
    @TempDir
    private Path folder;

    private HarnessJenkins jenkins;
    private PipelineRunner runner;
    private JobOnDisk job;

    @BeforeEach
    void begin() {
        jenkins = new HarnessJenkins(folder);
        runner = jenkins.runner();
        job = jenkins.job("team/deploy");
    }

    @AfterEach
    void end() {
        jenkins.close();
    }

    @Test
    void a_scripted_pipeline_runs_the_plugins_step_and_reads_its_result() throws Exception {
        BuildOnDisk build = runner.run(job, """
                node {
                    stage('List') {
                        def backups = k8sListBackups(storage: directory("%s"))
                        echo "found ${backups.size()} in ${env.JOB_NAME}"
                    }
                }
                """.formatted(folder.resolve("backups")));

        assertThat(build.log().text())
                .contains("[Pipeline] { (List)", "[Pipeline] k8sListBackups", "found 0 in team/deploy");
        assertThat(build.getResult()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void a_step_that_needs_a_node_fails_without_one() throws Exception {
        PipelineRunner bare = new PipelineRunner(
                folder.resolve("agents"), new Descriptors().with(new WaitingStep.DescriptorImpl(FilePath.class)));

        BuildOnDisk build = bare.run(job, "waiting 'x'");

        assertThat(build.log().text()).contains("Required context class", "is missing", "such as: node");
        assertThat(build.getResult()).isEqualTo(Result.FAILURE);
    }

    @Test
    void an_unknown_step_fails_the_build() throws Exception {
        assertThat(runner.run(job, "node { k8sFly() }").getResult()).isEqualTo(Result.FAILURE);
    }

    @Test
    void a_declarative_pipeline_runs_its_stages_and_what_comes_afterwards() throws Exception {
        BuildOnDisk build = runner.run(job, """
                def seen
                pipeline {
                    agent any
                    environment { STORAGE = '%s' }
                    options { timeout(time: 1, unit: 'MINUTES') }
                    stages {
                        stage('List') {
                            steps {
                                timeout(1) {
                                    script { seen = k8sListBackups(storage: directory(env.STORAGE)).size() }
                                }
                            }
                            post { success { echo 'listed' } }
                        }
                        stage('Tell') {
                            steps { echo "seen: ${seen} in ${STORAGE}" }
                        }
                        stage('Fail') {
                            steps { error 'as it should' }
                            post { always { echo 'after the failure' } }
                        }
                        stage('Never') { steps { echo 'not reached' } }
                    }
                    post {
                        always { echo "result: ${currentBuild.currentResult}" }
                        success { echo 'not this' }
                        failure { echo 'but this' }
                    }
                }
                """.formatted(folder.resolve("backups")));

        assertThat(build.log().text())
                .contains("listed", "seen: 0 in " + folder, "after the failure", "Stage \"Never\" skipped")
                .contains("result: FAILURE", "but this", "ERROR: as it should", "Finished: FAILURE")
                .doesNotContain("not this", "not reached");
    }

    @Test
    void branches_run_at_the_same_time_and_a_timeout_ends_what_is_in_it() throws Exception {
        BuildOnDisk build = runner.run(job, """
                node {
                    parallel(
                        one: { sh 'while [ ! -e there ]; do sleep 0.05; done' },
                        two: { sh 'touch there' })
                    catchError(buildResult: 'UNSTABLE') {
                        timeout(time: 100, unit: 'MILLISECONDS') { sh 'exec sleep 60' }
                    }
                    echo "and on: ${sh(script: 'echo $JOB_NAME', returnStdout: true)}"
                }
                """);

        assertThat(build.log().text()).contains("Cancelling nested steps due to timeout", "and on: team/deploy");
        assertThat(build.getResult()).isEqualTo(Result.UNSTABLE);
    }

    @Test
    void files_are_kept_as_artifacts() throws Exception {
        BuildOnDisk build = runner.run(job, """
                node {
                    writeFile file: 'out/a.txt', text: 'kept'
                    archiveArtifacts artifacts: 'out/*.txt'
                }
                """);

        assertThat(build.file("archive/out/a.txt")).hasContent("kept");
    }
}
