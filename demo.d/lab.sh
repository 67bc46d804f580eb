# The two clusters and the S3 server: their start, their end, and the end of the demo however it comes about.
# shellcheck shell=bash

readonly BUCKET=backups PREFIX=demo
readonly WEST=demo-$$-west EAST=demo-$$-east S3=demo-$$-s3
LAB=
CHILD=

# run_child COMMAND...: in the background and awaited, as a trap runs only when bash itself waits. Neither the lock
# nor the demo's output is inherited: what it starts may outlive the demo.
run_child() {
    "$@" 7>&- 8>&- &
    CHILD=$!
    await_child
}

await_child() {
    local status=0
    wait "$CHILD" || status=$?
    CHILD=
    return "$status"
}

# The process that owns them is watched by the testbed: should the demo be killed, they stop by themselves.
start_lab() {
    heading "Two clusters and an S3 server"
    LAB=1
    local owner=(--owner $$)
    [ -z "$KEEP" ] || owner=()
    run_child "$TESTBED" up "$WEST" --fake-nodes 3 "${owner[@]}" >"$OUT/west"
    run_child "$TESTBED" up "$EAST" --fake-nodes 3 "${owner[@]}" >"$OUT/east"
    run_child "$TESTBED" s3 up "$S3" --bucket "$BUCKET" "${owner[@]}" >"$OUT/s3"
    WEST_CONFIG=$(cat "$OUT/west") EAST_CONFIG=$(cat "$OUT/east") S3_ENV=$(cat "$OUT/s3")
    rm "$OUT/west" "$OUT/east" "$OUT/s3"
    # shellcheck source=/dev/null
    . "$S3_ENV"
    export AWS_ACCESS_KEY_ID=$S3_ACCESS_KEY AWS_SECRET_ACCESS_KEY=$S3_SECRET_KEY
    unset AWS_SESSION_TOKEN
    BUCKET_URL="s3://$BUCKET/$PREFIX?endpoint=$S3_ENDPOINT&region=$S3_REGION"
    line "west: $WEST_CONFIG"
    line "east: $EAST_CONFIG"
    line "S3:   $S3_ENDPOINT"
}

interrupted() {
    trap '' INT TERM HUP
    exec >&7 # it may come while a command's output goes to a file
    complain "interrupted"
    [ -z "$CHILD" ] || { kill -TERM "$CHILD" 2>/dev/null && wait "$CHILD" || true; }
    exit "$1"
}

finish() {
    trap '' INT TERM HUP
    trap - EXIT
    [ ! -s "$OUT/rows" ] || print_table
    if [ -n "$LAB" ] && [ -n "$KEEP" ] && [ -n "${BUCKET_URL:-}" ]; then
        say_how_to_look
    elif [ -n "$LAB" ]; then
        stop_lab
    fi
    exit "$1"
}

stop_lab() {
    local log=$OUT/stop.log
    {
        "$TESTBED" down "$WEST" &
        "$TESTBED" down "$EAST" &
        "$TESTBED" s3 down "$S3" &
        wait
    } >"$log" 2>&1
    line "clusters and S3 server are stopped"
}

say_how_to_look() {
    local variable
    printf '\nStill running. In a shell of yours:\n'
    for variable in K8S_PROTECT_TESTBED_RUN K8S_PROTECT_TESTBED_CACHE; do
        [ -z "${!variable:-}" ] || line "export $variable='${!variable}'"
    done
    line "export KUBECONFIG='$WEST_CONFIG'   # the second cluster: '$EAST_CONFIG'"
    line "set -a; . '$S3_ENV'; AWS_ACCESS_KEY_ID=\$S3_ACCESS_KEY AWS_SECRET_ACCESS_KEY=\$S3_SECRET_KEY; set +a"
    line "java -jar '$JAR' list --from '$BUCKET_URL'"
    printf 'To stop it:\n'
    line "for c in $WEST $EAST; do '$TESTBED' down \$c; done; '$TESTBED' s3 down $S3"
}
