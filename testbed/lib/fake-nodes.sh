# Nodes that KWOK pretends: pods are scheduled to them and become ready at once, and nothing runs.
# shellcheck shell=bash

start_fake_nodes() {
    local folder=$1 n=$2 i port
    require_tool curl curl
    with_lock ports reserve_ports 1 "$folder"
    port=$(tail -n 1 "$folder/ports")
    start_detached "$folder/kwok.pid" "$folder/kwok.log" "$BIN/kwok" --kubeconfig "$folder/kubeconfig" \
        --config "$CACHE/kwok-stages.yaml" --manage-all-nodes=true --node-lease-duration-seconds=40 \
        --cidr 10.0.0.0/16 --node-ip 127.0.0.1 --node-port "$port" --server-address "127.0.0.1:$port"
    for ((i = 1; i <= n; i++)); do
        api "$folder" GET "/api/v1/nodes/fake-$i" >/dev/null 2>&1 ||
            api "$folder" POST /api/v1/nodes "$(fake_node "fake-$i")" >/dev/null
    done
    wait_until 60 nodes_ready "$folder" "$n" || fail_with "the fake nodes are not ready after 60 s" "$folder/kwok.log"
}

fake_node() {
    local room='{"cpu": "1000", "memory": "2Ti", "pods": "20000"}'
    cat <<JSON
{"apiVersion": "v1", "kind": "Node",
 "metadata": {"name": "$1",
  "labels": {"type": "kwok", "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": "$1"},
  "annotations": {"kwok.x-k8s.io/node": "fake", "node.alpha.kubernetes.io/ttl": "0"}},
 "status": {"allocatable": $room, "capacity": $room}}
JSON
}
