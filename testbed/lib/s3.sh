# S3 servers: versitygw on a directory, on a free port of the loopback interface, with keys of its own.
# shellcheck shell=bash

s3() {
    local verb=${1:-}
    [ $# -eq 0 ] || shift
    case $verb in
        up) s3_up "$@" ;;
        down) s3_down "$@" ;;
        *) die "s3: up NAME or down NAME, not '$verb'" ;;
    esac
}

s3_up() {
    check_name "${1:-}"
    local name=$1 owner='' buckets=() folder bucket
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            --bucket)
                [[ ${2:-} =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || die "--bucket: not a bucket name: '${2:-}'"
                buckets+=("$2")
                ;;
            --owner) owner=${2:-} ;;
            *) die "s3 up: no such option: $1" ;;
        esac
        [ -n "${2:-}" ] || die "$1: a value is needed"
        shift 2
    done
    build s3
    folder=$(state_folder s3 "$name")
    with_lock "s3.$name" start_s3 "$name" "$folder" "$owner"
    # to versitygw a bucket is a directory
    for bucket in "${buckets[@]}"; do
        mkdir -p "$folder/data/$bucket"
    done
    echo "$folder/env"
}

start_s3() {
    local name=$1 folder=$2 owner=$3 attempt
    if alive "$folder/pid" && [ -e "$folder/up" ]; then
        log "S3 server $name is up already"
        return
    fi
    remove_s3 "$folder"
    mkdir -p "$folder/data" "$folder/versions"
    # shellcheck disable=SC2064  # this folder; a start that fails or is interrupted leaves its logs and nothing else
    trap "stop_processes '$folder' TERM KILL" EXIT
    [ -z "$owner" ] || start_watchdog "$folder" "$owner" s3 down "$name"
    s3_keys "$folder"
    for attempt in 1 2 3; do
        rm -f "$folder/ports"
        with_lock ports reserve_ports 1 "$folder"
        run_s3 "$folder"
        wait_until 30 s3_answers_or_gone "$folder" || fail_with "the S3 server does not answer" "$folder/versitygw.log"
        alive "$folder/pid" && break
        [ "$attempt" -lt 3 ] || fail_with "the S3 server ended before it was ready" "$folder/versitygw.log"
    done
    printf 'S3_ENDPOINT=http://127.0.0.1:%s\nS3_REGION=us-east-1\n' "$(first_port "$folder")" >>"$folder/env"
    trap - EXIT
    touch "$folder/up"
    log "S3 server $name is up"
}

s3_keys() {
    (
        umask 077
        printf 'S3_ACCESS_KEY=%s\nS3_SECRET_KEY=%s\n' "$(random_hex 10)" "$(random_hex 20)" >"$1/env"
    )
}

random_hex() { od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# The keys go by environment, so that they are in no process list; versions must lie outside the data.
run_s3() {
    local folder=$1 S3_ACCESS_KEY S3_SECRET_KEY
    # shellcheck source=/dev/null
    . "$folder/env"
    ROOT_ACCESS_KEY=$S3_ACCESS_KEY ROOT_SECRET_KEY=$S3_SECRET_KEY start_detached "$folder/pid" "$folder/versitygw.log" \
        "$BIN/versitygw" --port "127.0.0.1:$(first_port "$folder")" --region us-east-1 \
        posix --versioning-dir "$folder/versions" "$folder/data"
}

s3_answers_or_gone() { listening "$(first_port "$1")" || ! alive "$1/pid"; }

s3_down() {
    check_name "${1:-}"
    local folder
    folder=$(state_folder s3 "$1")
    [ -d "$folder" ] || return 0
    with_lock "s3.$1" remove_s3 "$folder"
    log "S3 server $1 is down"
}

remove_s3() {
    stop_processes "$1" TERM KILL
    remove_folder "$1"
}
