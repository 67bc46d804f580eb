# Clusters: the control plane, and what all modes share. fake-nodes.sh and node.sh add the nodes.
# shellcheck shell=bash

cluster_up() {
    check_name "${1:-}"
    local name=$1 mode=control-plane nodes=0 keep='' owner=''
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            --fake-nodes)
                mode=fake-nodes nodes=${2:-}
                [[ $nodes =~ ^[1-9][0-9]{0,3}$ ]] || die "--fake-nodes: how many (1 to 9999)?"
                shift
                ;;
            --node) mode=node ;;
            --keep-data) keep=1 ;;
            --owner)
                owner=${2:-}
                [[ $owner =~ ^[0-9]+$ ]] || die "--owner: a process id is needed"
                shift
                ;;
            *) die "up: no such option: $1" ;;
        esac
        shift
    done
    [ "$mode" = fake-nodes ] && mode="fake-nodes=$nodes"
    [ "$mode" = node ] && require_node
    case $mode in
        node) build node ;;
        fake-nodes=*) build fake-nodes ;;
        *) build control-plane ;;
    esac
    local folder
    folder=$(state_folder clusters "$name")
    with_lock "cluster.$name" start_cluster "$name" "$folder" "$mode" "$keep" "$owner"
    echo "$folder/kubeconfig"
}

start_cluster() {
    local name=$1 folder=$2 mode=$3 keep=$4 owner=$5 begin=$SECONDS had
    if alive "$folder/pid" && [ -e "$folder/up" ]; then
        had=$(cat "$folder/mode")
        [ "$had" = "$mode" ] || die "cluster $name is up as $had, not as $mode: stop it first (testbed down $name)"
        log "cluster $name is up already"
        return
    fi
    end_cluster "$folder"
    if [ -n "$keep" ] && [ -e "$folder/mode" ]; then
        had=$(cat "$folder/mode")
        [ "$had" = "$mode" ] || die "--keep-data: the data of cluster $name was made as $had and cannot go on as $mode"
    else
        remove_folder "$folder"
    fi
    mkdir -p "$folder"
    rm -f "$folder/up"
    # shellcheck disable=SC2064  # this folder; a start that fails or is interrupted leaves its logs and nothing else
    trap "end_cluster '$folder'" EXIT
    echo "$mode" >"$folder/mode"
    log "starting cluster $name ($mode)"
    # the watchdog first: should the owner be killed during the start, nothing stays
    [ -z "$owner" ] || start_watchdog "$folder" "$owner" down "$name"
    case $mode in
        node) start_node "$name" "$folder" ;;
        fake-nodes=*)
            start_control_plane "$folder"
            start_fake_nodes "$folder" "${mode#*=}"
            ;;
        *) start_control_plane "$folder" ;;
    esac
    trap - EXIT
    touch "$folder/up"
    log "cluster $name is up after $((SECONDS - begin)) s"
}

# Ports are chosen and then listened on by another process, so a stranger may come between: then others are tried.
start_control_plane() {
    local folder=$1 attempt
    for attempt in 1 2 3; do
        rm -f "$folder/ports"
        with_lock ports reserve_ports 4 "$folder"
        start_detached "$folder/pid" "$folder/control-plane.log" \
            "$BIN/k8sbox" up --dir "$folder" --port "$(first_port "$folder")"
        wait_until 180 ready_or_gone "$folder" || fail_with "the control plane is not ready after 180 s" "$folder/control-plane.log"
        ready "$folder" && return
        grep -q 'address already in use' "$folder/control-plane.log" || break
        log "a port was taken meanwhile, trying others ($attempt)"
    done
    fail_with "the control plane ended before it was ready" "$folder/control-plane.log"
}

ready() { grep -qs '^ready ' "$1/control-plane.log.out"; }

ready_or_gone() { ready "$1" || ! alive "$1/pid"; }

# api FOLDER METHOD PATH [BODY]: one request as administrator, by curl, so that kubectl is not needed
api() {
    local folder=$1 method=$2 path=$3 server pki=$1/pki
    server=$(sed -n 's/.*server: "\([^"]*\)".*/\1/p' "$folder/kubeconfig")
    shift 3
    curl --silent --show-error --fail --noproxy '*' --max-time 30 --request "$method" --header 'Content-Type: application/json' \
        --cacert "$pki/ca.crt" --cert "$pki/admin.crt" --key "$pki/admin.key" ${1:+--data-binary "$1"} "$server$path"
}

# nodes_ready FOLDER N: at least N nodes say that they are ready (curl is answered in indented JSON unless it objects)
nodes_ready() {
    local n
    n=$(api "$1" GET '/api/v1/nodes?pretty=false' 2>/dev/null | grep -o '"type":"Ready","status":"True"' | wc -l)
    [ "$n" -ge "$2" ]
}

cluster_down() {
    check_name "${1:-}"
    local folder
    folder=$(state_folder clusters "$1")
    [ -d "$folder" ] || return 0
    with_lock "cluster.$1" remove_cluster "$folder"
    log "cluster $1 is down"
}

remove_cluster() {
    end_cluster "$1"
    remove_folder "$1"
}

# end_cluster FOLDER: stops all that runs for it and leaves its data
end_cluster() {
    if [ -e "$1/subnet" ]; then
        end_node "$1"
    else
        stop_processes "$1" TERM KILL
    fi
}
