# Clusters with a real node. All of it lives in network, mount and process namespaces of its own: when their first
# process is killed, pods, mounts and interfaces go with it. This is the host's side; node-inside.sh is the other.
# shellcheck shell=bash

# What is taken on this machine: NODE_REGISTRY/N is a link to the folder of the cluster that has the networks
# 10.200.N.0/24 (host .1, node .2) and 10.201.N.0/24 (pods).
NODE_REGISTRY=/run/k8s-protect-testbed

require_node() {
    [ "$(uname -s)" = Linux ] || die "a real node needs Linux (this is $(uname -s))"
    [ "$(id -u)" = 0 ] || die "a real node needs root (this is $(id -un)): it makes namespaces, mounts and cgroups"
    require_node_tools
    unshare --net --mount --pid --fork true 2>/dev/null ||
        die "a real node needs CAP_SYS_ADMIN: namespaces cannot be made here (in a container, run it privileged)"
    [ -d /sys/fs/cgroup/memory ] || [ -e /sys/fs/cgroup/cgroup.controllers ] || die "a real node needs cgroups mounted at /sys/fs/cgroup"
    grep -qw overlay /proc/filesystems || modprobe overlay 2>/dev/null || die "a real node needs overlayfs in the kernel"
}

start_node() {
    local name=$1 folder=$2 subnet pid
    subnet=$(reserve_subnet "$folder")
    mkdir -p "$folder/node"
    # not `ip netns exec`: that mounts /sys anew and so hides the cgroups
    start_detached "$folder/pid" "$folder/node.log" \
        unshare --net --mount --pid --fork --mount-proc --kill-child --propagation private \
        bash "$HERE/lib/node-inside.sh" "$folder" "$name" "$subnet" "$CACHE"
    pid=$(cat "$folder/pid")
    wait_until 10 has_own_network "$pid" || fail_with "the node's namespaces were not made" "$folder/node.log"
    ip link add "ktb-$subnet" type veth peer name eth0 netns "$pid"
    ip addr add "10.200.$subnet.1/24" dev "ktb-$subnet"
    ip link set "ktb-$subnet" up
    ip route replace "10.201.$subnet.0/24" via "10.200.$subnet.2"
    wait_until 180 node_ready_or_gone "$folder" || fail_with "the node is not ready after 180 s" "$folder/kubelet.log"
    alive "$folder/pid" || fail_with "the node ended before it was ready" "$folder/node.log"
}

has_own_network() { [ "$(readlink /proc/self/ns/net)" != "$(readlink "/proc/$1/ns/net")" ]; }

node_ready_or_gone() {
    ! alive "$1/pid" || { ready "$1" && nodes_ready "$1" 1; }
}

# reserve_subnet FOLDER: prints the number; with kept data it is the one that the certificates name
reserve_subnet() {
    local folder=$1 n
    mkdir -p "$NODE_REGISTRY"
    if [ -e "$folder/subnet" ]; then
        n=$(cat "$folder/subnet")
        claim_subnet "$n" "$folder" || die "network 10.200.$n.0/24 of the kept data is in use by: $(readlink "$NODE_REGISTRY/$n")"
        echo "$n"
        return
    fi
    for n in {1..250}; do
        ip -o -4 addr show | grep -qF " 10.200.$n." && continue
        claim_subnet "$n" "$folder" || continue
        echo "$n" | tee "$folder/subnet"
        return
    done
    die "no free network 10.200.N.0/24; testbed clean removes what killed runs left"
}

claim_subnet() { ln -sn "$2" "$NODE_REGISTRY/$1" 2>/dev/null; }

# end_node FOLDER: kills it and removes what outlives its namespaces
end_node() {
    local subnet
    subnet=$(cat "$1/subnet")
    # not asked first: without its namespaces nothing of a node is left, and the data needs no goodbye
    stop_processes "$1" KILL
    wait_until 10 no_cgroups "$1" || log "cgroups of containers are still in use: $1/node/containerd-state"
    [ "$(readlink "$NODE_REGISTRY/$subnet")" != "$1" ] || free_subnet "$subnet"
}

free_subnet() {
    # at once; the kernel alone would remove it some seconds later
    ip link del "ktb-$1" 2>/dev/null || true
    rm -f "$NODE_REGISTRY/$1"
}

# no_cgroups FOLDER: removes the cgroups of the containers that containerd knew there, which the kernel allows only when
# their last process has gone. Version 1 has a tree for each controller, version 2 a single one.
no_cgroups() {
    local container tree left=0
    for container in "$1"/node/containerd-state/io.containerd.runtime.v2.task/k8s.io/*; do
        for tree in /sys/fs/cgroup/{,*/}k8s.io/"$(basename "$container")"; do
            [ -d "$tree" ] || continue
            find "$tree" -depth -type d -exec rmdir {} + 2>/dev/null || left=1
            rmdir "$(dirname "$tree")" 2>/dev/null || true # the last one also takes k8s.io itself
        done
    done
    [ "$left" = 0 ]
}

# networks of clusters whose folder is gone; another run directory's clusters are not touched
clean_subnets() {
    local link
    for link in "$NODE_REGISTRY"/*; do
        [ -L "$link" ] || continue
        [ -d "$(readlink "$link")" ] || free_subnet "$(basename "$link")"
    done
}
