# Builds the command line and the testbed where they are missing or older than their sources.
# shellcheck shell=bash

build_all() {
    heading "Build"
    jar_is_current || build_jar
    line "command line: ${JAR#"$HERE"/}"
    # the testbed says what it does, and is quiet when all is there
    run_child "$TESTBED" build s3
    run_child "$TESTBED" build fake-nodes
    line "testbed: $("$TESTBED" path bin)"
    compile_kube
}

# A build that was killed may have left half a jar: that does not start.
jar_is_current() {
    [ -e "$JAR" ] && [ -z "$(find src/main src/jenkins-api pom.xml .mvn -newer "$JAR" -print -quit)" ] &&
        "$(java_tool java)" -jar "$JAR" --version >/dev/null 2>&1
}

# Neither tests nor format check: what is shown is the command line, `mvn verify` does the rest.
build_jar() {
    local log=$OUT/build.log begin=$SECONDS next=$((SECONDS + 15))
    line "building the command line with Maven (log: ${log#"$HERE"/})"
    mvn -B -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true >"$log" 2>&1 </dev/null 7>&- 8>&- &
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
