# Checks of the Jenkinsfile's stages, without the engine that did the work where that is possible.
# shellcheck shell=bash

CHILD=

# run_child COMMAND...: in the background and awaited, as a trap runs only when bash itself waits.
run_child() {
    "$@" &
    CHILD=$!
    local status=0
    wait "$CHILD" || status=$?
    CHILD=
    return "$status"
}

check_stage() { # title, milliseconds, result, result.json
    local outcome=ok
    OBJECTS=-
    keep_reports "$1" "${4:-}"
    if [ "$3" != SUCCESS ] && [ "$3" != UNSTABLE ]; then
        outcome=FAILED
    else
        checks_of "$1" || outcome=FAILED
    fi
    printf '%s|%s|%d.%d|%s\n' "$1" "$OBJECTS" "$(($2 / 1000))" "$(($2 % 1000 / 100))" "$outcome" >>"$OUT/rows"
    [ "$outcome" = ok ] || { line "$(bad): this stage did not do what it should" && return 1; }
}

# Result and report of the stage's operation, under the stage's name.
keep_reports() {
    NAME=$(echo "$1" | tr 'A-Z ' 'a-z-')
    [ -n "$2" ] || return 0
    cp "$2" "$OUT/$NAME.json"
    cp "$(dirname "$2")/report.html" "$OUT/$NAME.html"
}

checks_of() {
    case $1 in
        Backup) check_backup ;;
        Disaster) check_disaster ;;
        'Restore in place') check_restore "$WEST_CONFIG" ;;
        'Failover to the second cluster') check_restore "$EAST_CONFIG" ;;
        'Clone to staging') check_clone ;;
        *) line "$(bad): no check is written for it" && return 1 ;;
    esac
}

check_backup() {
    OBJECTS=$(total "$NAME" captured)
    expect "the backup is done" done_well "$NAME" &&
        expect "it holds at least the $(wc -l <"$OUT/objects") objects of the application" \
            [ "$OBJECTS" -ge "$(wc -l <"$OUT/objects")" ] &&
        expect "every byte of it is as it was written" protect_quietly "$NAME-verify" verify --app shop --from "$BUCKET_URL"
}

check_disaster() {
    OBJECTS=$(wc -l <"$OUT/objects")
    expect "nothing of the application is left" same_objects /dev/null "$WEST_CONFIG"
}

check_restore() { # kubeconfig
    OBJECTS=$(total "$NAME" created replaced)
    expect "the restore is done" done_well "$NAME" &&
        expect "the objects are those of before, none less and none more" same_objects "$OUT/objects" "$1" &&
        expect "workloads are ready" kube ready "$1" &&
        expect "the same restore again would do nothing" \
            nothing_to_do "$NAME-again" --app shop --from "$BUCKET_URL" --kubeconfig "$1" &&
        kube identities "$WEST_CONFIG" >"$OUT/before"
}

check_clone() {
    local mapping=() from=(--app shop --from "$BUCKET_URL" --kubeconfig "$WEST_CONFIG" --conflict skip --exclude Service/kiosk)
    local namespace
    for namespace in $(application_namespaces); do
        mapping+=("$namespace=$namespace-staging")
        from+=(--map-namespace "$namespace=$namespace-staging")
    done
    grep -vx 'Service shop/kiosk' "$OUT/objects" >"$OUT/objects-of-clone"
    OBJECTS=$(total "$NAME" created replaced)
    expect "the clone is done" done_well "$NAME" &&
        expect "the clone has the same objects" same_objects "$OUT/objects-of-clone" "$WEST_CONFIG" "${mapping[@]}" &&
        expect "its workloads are ready" kube ready "$WEST_CONFIG" "${mapping[@]}" &&
        expect "the original is what it was" untouched &&
        expect "the same clone again would do nothing" nothing_to_do "$NAME-again" "${from[@]}"
}

untouched() { kube identities "$WEST_CONFIG" >"$OUT/after" && cmp -s "$OUT/before" "$OUT/after"; }
