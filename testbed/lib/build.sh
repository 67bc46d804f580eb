# Building: each target has a stamp, the hash of all that decides its outcome, and is left alone while that is the same.
# shellcheck shell=bash

build() {
    local what=${1:-all}
    case $what in
        all) set -- control_plane s3 fake_nodes node bench ;;
        control-plane) set -- control_plane ;;
        s3) set -- s3 ;;
        fake-nodes) set -- control_plane fake_nodes ;;
        node) set -- control_plane node ;;
        bench) set -- bench ;;
        *) die "build: all, control-plane, s3, fake-nodes, node or bench, not $what" ;;
    esac
    # one build at a time for the whole cache, not only for this run directory
    (
        flock -n 9 || {
            log "waiting for another build to finish"
            flock 9
        }
        local target
        for target in "$@"; do "build_$target"; done
    ) 9>"$CACHE/build.lock"
}

# stamped NAME KEY RESULT COMMAND...: runs the command unless RESULT is there and was made with the same KEY.
stamped() {
    local name=$1 key=$2 result=$3 stamp=$CACHE/stamps/$1
    shift 3
    [ -e "$result" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$key" ] && return
    rm -f "$stamp"
    with_progress "$name" "$@"
    printf '%s\n' "$key" >"$stamp"
}

# with_progress NAME COMMAND...: the command's output goes to a log; a line now and then shows that it is alive.
with_progress() {
    local name=$1 out=$CACHE/logs/build-$1.log begin=$SECONDS next=$((SECONDS + 15)) pid
    shift
    log "building $name (log: $out)"
    ( "$@" ) >"$out" 2>&1 </dev/null 9>&- &
    pid=$!
    # shellcheck disable=SC2064  # the pid of now is meant
    trap "kill $pid 2>/dev/null" EXIT
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        [ "$SECONDS" -lt "$next" ] && continue
        log "building $name: $((SECONDS - begin)) s: $(tail -n 1 "$out" | cut -c 1-90)"
        next=$((SECONDS + 15))
    done
    trap - EXIT
    wait "$pid" || {
        tail -n 20 "$out" >&2
        die "building $name failed after $((SECONDS - begin)) s; all of its output: $out"
    }
    log "built $name in $((SECONDS - begin)) s"
}

# hash of the names and contents of all files below the folders or files given
sources_hash() {
    (cd "$HERE" && find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum | cut -c 1-64
}
