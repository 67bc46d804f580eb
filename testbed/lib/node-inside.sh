#!/usr/bin/env bash
# node-inside.sh FOLDER NAME SUBNET CACHE: the first process of a real node's namespaces. Starts the control plane,
# containerd, kubelet and kube-proxy, then waits; when any of them ends, all of the node does.
set -euo pipefail

folder=$1
name=$2
subnet=$3
cache=$4
readonly address=10.200.$subnet.2 node=$folder/node root=$cache/node/root k8sbox=$cache/bin/k8sbox
# shellcheck source=/dev/null
. "$(dirname "$0")/node-config.sh"

network() {
    until ip link show eth0 >/dev/null 2>&1; do sleep 0.05; done
    ip link set lo up
    ip addr add "$address/24" dev eth0
    ip link set eth0 up
    ip route add default via "10.200.$subnet.1"
    sysctl -q -w net.ipv4.ip_forward=1
    sysctl -q -w net.bridge.bridge-nf-call-iptables=1 2>/dev/null || true # only where br_netfilter is loaded
}

# What containerd keeps under /run is this node's own. Volumes that the kubelet mounts must be seen by containerd's children.
mounts() {
    mount --make-rshared /
    mkdir -p /run/containerd /run/netns
    mount -t tmpfs tmpfs /run/containerd
    mount -t tmpfs tmpfs /run/netns
    mount --make-rshared /run/netns
    mkdir -p "$node"/{cni,kubelet,containerd,containerd-state}
}

# start NAME COMMAND...: with its log in the cluster's folder
start() {
    local log=$folder/$1.log
    shift
    "$@" >"$log.out" 2>"$log" &
}

# Debian's programs with Debian's libraries; set for them alone, as other programs have their own
use_debian_root() {
    local libs
    libs=$(printf '%s:' "$root"/usr/lib/*-linux-gnu "$root"/lib/*-linux-gnu)
    env PATH="$root/usr/bin:$root/usr/sbin:$root/sbin:$root/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        LD_LIBRARY_PATH="${libs%:}" "$@"
}

containerd_up() {
    local image
    start containerd use_debian_root containerd --config "$node/containerd.toml"
    until ctr_ version >/dev/null 2>&1; do sleep 0.1; done
    for image in "$cache"/images/*.tar; do ctr_ -n k8s.io images import "$image"; done
}

ctr_() { use_debian_root ctr --address "$node/containerd.sock" "$@"; }

network
mounts
write_configs
start control-plane "$k8sbox" up --dir "$folder" --port 6443 --address "$address"
containerd_up
until grep -q '^ready ' "$folder/control-plane.log.out"; do sleep 0.1; done
start kubelet use_debian_root "$k8sbox" kubelet --config "$node/kubelet.yaml" --kubeconfig "$folder/kubeconfig" \
    --root-dir "$node/kubelet" --cert-dir "$node/kubelet-pki" --node-ip "$address" --hostname-override "node-$name"
# some containers lack CAP_SYS_RESOURCE, which a lower oom_score_adj would need
start kube-proxy use_debian_root "$k8sbox" kube-proxy --kubeconfig "$folder/kubeconfig" --proxy-mode nftables \
    --hostname-override "node-$name" --conntrack-max-per-core 0 --oom-score-adj 0 --cluster-cidr "10.201.$subnet.0/24"
wait -n
