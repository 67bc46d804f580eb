# The stages, in order. The first deploys the sample application; the others are those of examples/Jenkinsfile.
# shellcheck shell=bash

run_stages() {
    local begin=$EPOCHREALTIME
    : >"$OUT/rows"
    heading "Deploy the application"
    if deploy; then
        add_row "Deploy the application" "$OBJECTS" "$(elapsed "$begin" "$EPOCHREALTIME")" ok
    else
        add_row "Deploy the application" - "$(elapsed "$begin" "$EPOCHREALTIME")" FAILED
        return 1
    fi
    run_jenkinsfile
}

add_row() { # title, objects, seconds, outcome
    printf '%s|%s|%s|%s\n' "$1" "$2" "$3" "$4" >>"$OUT/rows"
}

deploy() {
    kube apply "$WEST_CONFIG" && kube inventory "$WEST_CONFIG" >"$OUT/objects" || return
    OBJECTS=$(wc -l <"$OUT/objects")
    line "$OBJECTS objects in namespaces $(application_namespaces | paste -sd' ') and outside; workloads are ready"
}

# The plugin's steps themselves, bound and run as Jenkins does it, by what the tests have for that. After each stage it runs
# demo.d/check, which adds a row to $OUT/rows.
run_jenkinsfile() {
    heading "$JENKINSFILE"
    export HERE OUT JAR SHOP WEST_CONFIG EAST_CONFIG BUCKET BUCKET_URL PREFIX
    export S3_ENDPOINT S3_REGION S3_ACCESS_KEY S3_SECRET_KEY
    export CHECK=$HERE/demo.d/check DEMO_TOOLS=$HERE/demo.d KUBE_CLASSPATH=$JAR
    run_child "$(java_tool java)" --enable-native-access=ALL-UNNAMED -cp "$TEST_CLASSPATH" \
        io.jenkins.plugins.k8sprotect.harness.demo.Demo "$JENKINSFILE" examples
}

print_table() {
    local title objects seconds outcome
    heading "$(printf '%-32s %8s %9s  %s' Stage Objects Seconds Outcome)"
    while IFS='|' read -r title objects seconds outcome; do
        printf '%-32s %8s %9s  %s\n' "$title" "$objects" "$seconds" "$([ "$outcome" = ok ] && good || bad)"
    done <"$OUT/rows"
    printf '\nReports: %s/*.html, the same as JSON beside them; log and artifacts of the build: %s\n' \
        "${OUT#"$HERE"/}" "${OUT#"$HERE"/}/jenkins/jobs/shop/builds/1"
}
