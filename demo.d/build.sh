# Builds the command line, the tests' harness and the testbed where they are missing or older than their sources.
# shellcheck shell=bash

build_all() {
    heading "Build"
    build_is_current || build_with_maven
    TEST_CLASSPATH=$HERE/target/test-classes:$HERE/target/classes:$(cat "$CLASSPATH")
    line "plugin: target/classes, run by the harness of the tests; command line, for checks: ${JAR#"$HERE"/}"
    # the testbed says what it does, and is quiet when all is there
    run_child "$TESTBED" build s3
    run_child "$TESTBED" build fake-nodes
    line "testbed: $("$TESTBED" path bin)"
    compile_kube
}

# The class path is written last: a build that was killed has none. A jar that is half there does not start.
build_is_current() {
    [ -e "$JAR" ] && [ -e "$CLASSPATH" ] && [ -d target/test-classes ] &&
        [ -z "$(find src/main src/jenkins-api src/test pom.xml .mvn -newer "$CLASSPATH" -print -quit)" ] &&
        "$(java_tool java)" -jar "$JAR" --version >/dev/null 2>&1
}

# Neither tests nor format check: `mvn verify` does them.
build_with_maven() {
    local log=$OUT/build.log begin=$SECONDS next=$((SECONDS + 15))
    line "building with Maven (log: ${log#"$HERE"/})"
    rm -f "$CLASSPATH"
    mvn -B -ntp package dependency:build-classpath -DskipTests -Dspotless.check.skip=true \
        -Dmdep.includeScope=test -Dmdep.outputFile="$CLASSPATH" >"$log" 2>&1 </dev/null 7>&- 8>&- &
    CHILD=$!
    while kill -0 "$CHILD" 2>/dev/null; do
        sleep 0.2
        [ "$SECONDS" -lt "$next" ] && continue
        line "building: $((SECONDS - begin)) s: $(tail -n 1 "$log" | cut -c 1-90)"
        next=$((SECONDS + 15))
    done
    await_child || {
        grep -m 20 ERROR "$log" >&2 || tail -n 20 "$log" >&2
        complain "the build failed; all of its output: $log"
        exit 1
    }
    line "built in $((SECONDS - begin)) s"
}

# The helper that deploys and counts, without the engine that is shown.
compile_kube() {
    rm -rf "$OUT/classes"
    "$(java_tool javac)" -d "$OUT/classes" -cp "$JAR" demo.d/*.java
}
