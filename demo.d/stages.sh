# The stages, in order. One that fails is told in the table; what depends on it is tried all the same.
# shellcheck shell=bash

ROWS=()
FAILED=0

# stage TITLE FUNCTION: FUNCTION sets OBJECTS, and USED (seconds) where the time of its checks does not count
stage() {
    local begin=$EPOCHREALTIME outcome=ok
    heading "$1"
    OBJECTS='' USED=''
    "$2" || { outcome=FAILED && FAILED=1 && line "$(bad): this stage did not do what it should"; }
    ROWS+=("$1|${OBJECTS:--}|${USED:-$(elapsed "$begin" "$EPOCHREALTIME")}|$outcome")
}

run_stages() {
    stage "Deploy the application" deploy
    stage "Backup to S3" backup_to_s3
    stage "Backup to a directory" backup_to_directory
    stage "Disaster" disaster
    stage "Restore in place" restore_in_place
    stage "Failover to the second cluster" failover
    stage "Clone beside the original" clone
    return "$FAILED"
}

print_table() {
    local row title objects seconds outcome
    heading "$(printf '%-32s %8s %9s  %s' Stage Objects Seconds Outcome)"
    for row in "${ROWS[@]}"; do
        IFS='|' read -r title objects seconds outcome <<<"$row"
        printf '%-32s %8s %9s  %s\n' "$title" "$objects" "$seconds" "$([ "$outcome" = ok ] && good || bad)"
    done
    printf '\nReports: %s/*.html, the same as JSON beside them\n' "${OUT#"$HERE"/}"
}

# timed COMMAND...: its time is the stage's
timed() {
    local begin=$EPOCHREALTIME status=0
    "$@" || status=$?
    USED=$(elapsed "$begin" "$EPOCHREALTIME")
    return "$status"
}

deploy() {
    kube apply "$WEST_CONFIG" && kube inventory "$WEST_CONFIG" >"$OUT/objects" || return
    OBJECTS=$(wc -l <"$OUT/objects")
    line "$OBJECTS objects in namespaces $(application_namespaces | paste -sd' ') and outside; workloads are ready"
}

backup_to_s3() { backup backup-s3 "$BUCKET_URL"; }

backup_to_directory() { backup backup-directory "$FOLDER_URL"; }

backup() { # name, store
    timed protect "$1" backup --app "$SHOP/application.yaml" --to "$2" --kubeconfig "$WEST_CONFIG" || return
    OBJECTS=$(total "$1" captured)
    expect "the backup is done" done_well "$1" &&
        expect "it holds at least the $(wc -l <"$OUT/objects") objects of the application" \
            [ "$OBJECTS" -ge "$(wc -l <"$OUT/objects")" ] &&
        expect "every byte of it is as it was written" \
            protect_quietly "$1-verify" verify --app shop --from "$2"
}

disaster() {
    line "deleting the namespaces and the cluster-scoped objects of the application"
    timed kube destroy "$WEST_CONFIG" || return
    OBJECTS=$(wc -l <"$OUT/objects")
    expect "nothing of the application is left" same_objects /dev/null "$WEST_CONFIG"
}

restore_in_place() { restore restore "$WEST_CONFIG" "$BUCKET_URL"; }

failover() { restore failover "$EAST_CONFIG" "$FOLDER_URL"; }

restore() { # name, kubeconfig, store
    local from=(--app shop --from "$3" --kubeconfig "$2")
    timed protect "$1" restore "${from[@]}" || return
    OBJECTS=$(total "$1" created replaced)
    expect "the restore is done" done_well "$1" &&
        expect "the objects are those of before, none less and none more" same_objects "$OUT/objects" "$2" &&
        expect "workloads are ready" kube ready "$2" &&
        expect "the same restore again would do nothing" nothing_to_do "$1-again" "${from[@]}"
}

# Two things exist once in a cluster and cannot be cloned: a node port that somebody chose, so its Service is excluded, and
# a volume, so another one is made. Objects outside namespaces stay as they are for the original: --conflict skip.
clone() {
    local mapping=() namespace from
    for namespace in $(application_namespaces); do
        mapping+=("$namespace=$namespace-staging")
    done
    from=(--app shop --from "$BUCKET_URL" --kubeconfig "$WEST_CONFIG" --conflict skip --exclude Service/kiosk)
    for namespace in "${mapping[@]}"; do
        from+=(--map-namespace "$namespace")
    done
    grep -vx 'Service shop/kiosk' "$OUT/objects" >"$OUT/objects-of-clone"
    kube identities "$WEST_CONFIG" >"$OUT/before" &&
        MANIFESTS=$SHOP/spare-volume.yaml kube apply "$WEST_CONFIG" &&
        timed protect clone restore "${from[@]}" || return
    OBJECTS=$(total clone created replaced)
    expect "the clone is done" done_well clone &&
        expect "the clone has the same objects" same_objects "$OUT/objects-of-clone" "$WEST_CONFIG" "${mapping[@]}" &&
        expect "its workloads are ready" kube ready "$WEST_CONFIG" "${mapping[@]}" &&
        expect "the original is what it was" untouched &&
        expect "the same clone again would do nothing" nothing_to_do clone-again "${from[@]}"
}

untouched() { kube identities "$WEST_CONFIG" >"$OUT/after" && cmp -s "$OUT/before" "$OUT/after"; }
