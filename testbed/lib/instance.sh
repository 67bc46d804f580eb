# What clusters and S3 servers have in common: a name, a folder for their state, options, ports, a way to end.
# shellcheck shell=bash

check_name() {
    [[ ${1:-} =~ ^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$ ]] ||
        die "a name is needed: 1 to 20 lower-case letters, digits and inner hyphens, not '${1:-}'"
}

# state_folder KIND NAME, KIND being clusters or s3
state_folder() {
    local folder=$RUN/$1/$2
    # a Unix socket's path is at most 107 bytes, and containerd's is the longest of them
    [ ${#folder} -le 80 ] || die "path too long for Unix sockets: $folder (set K8S_PROTECT_TESTBED_RUN to a shorter one)"
    echo "$folder"
}

# listening PORT: something listens on it, on whatever address
listening() {
    local hex
    printf -v hex ':%04X' "$1"
    awk -v port="$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

# taken PORT: listened on, or promised to an instance that has yet to listen
taken() {
    listening "$1" || grep -qsx "$1" "$RUN"/*/*/ports
}

# reserve_ports N FOLDER: adds N consecutive free ports, one a line, to FOLDER/ports. They lie below 32768, where Linux
# begins to choose the ports of outgoing connections. Needs the lock named ports.
reserve_ports() {
    local n=$1 folder=$2 attempt base port
    for attempt in {1..200}; do
        base=$((20000 + RANDOM % 12000))
        for ((port = base; port < base + n; port++)); do
            taken "$port" && continue 2
        done
        seq "$base" $((base + n - 1)) >>"$folder/ports"
        return
    done
    die "no $n consecutive free ports found in $attempt attempts"
}

first_port() { head -n 1 "$1/ports"; }

# fail_with MESSAGE LOG: what went wrong, with the end of the log that says why
fail_with() {
    log "$1"
    tail -n 8 "$2" >&2 || true
    die "all of it: $2"
}

# remove_folder FOLDER: processes that are just dying may still write to it, hence the second try
remove_folder() {
    rm -rf "$1" 2>/dev/null || { sleep 1 && rm -rf "$1"; }
}

list_instances() {
    local folder kind name
    for folder in "$RUN"/clusters/* "$RUN"/s3/*; do
        [ -d "$folder" ] || continue
        kind=$(basename "$(dirname "$folder")")
        name=$(basename "$folder")
        if [ "$kind" = s3 ]; then
            list_row s3 "$name" server "$folder" "$folder/env"
        else
            list_row cluster "$name" "$(cat "$folder/mode" 2>/dev/null || echo unknown)" "$folder" "$folder/kubeconfig"
        fi
    done
}

# list_row KIND NAME MODE FOLDER FILE: tab-separated, for people and for cut
list_row() {
    local state=dead
    if alive "$4/pid"; then
        state=starting
        [ ! -e "$4/up" ] || state=up
    fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$state" "$(cat "$4/pid" 2>/dev/null || echo -)" "$5"
}
