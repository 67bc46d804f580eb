# Configuration files of a real node, for node-inside.sh, whose variables they use.
# shellcheck shell=bash disable=SC2154

write_configs() {
    cni_config >"$node/cni/10.conflist"
    containerd_config >"$node/containerd.toml"
    kubelet_config >"$node/kubelet.yaml"
}

cni_config() {
    cat <<JSON
{"cniVersion": "0.4.0", "name": "pods", "plugins": [
  {"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": false, "hairpinMode": true,
   "ipam": {"type": "host-local", "dataDir": "$node/ipam",
            "ranges": [[{"subnet": "10.201.$subnet.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
JSON
}

# The snapshotters switched off need file systems or tools that may be missing, and warn loudly when they are.
containerd_config() {
    cat <<TOML
version = 2
root = "$node/containerd"
state = "$node/containerd-state"
disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.devmapper"]
[grpc]
  address = "$node/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "test.local/pause:1"
  disable_apparmor = true
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "$root/usr/lib/cni"
    conf_dir = "$node/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
        BinaryName = "$(command -v "$root"/usr/bin/runc "$root"/usr/sbin/runc | head -n 1)"
TOML
}

# No QoS cgroups: with cgroup v1 they need controllers that may be missing; containers go to k8s.io/ID instead.
# No eviction, no image removal: the disk and memory are the host's.
kubelet_config() {
    cat <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 0.0.0.0
port: 10250
healthzBindAddress: 127.0.0.1
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $folder/pki/ca.crt}}
authorization: {mode: Webhook}
serverTLSBootstrap: false
containerRuntimeEndpoint: unix://$node/containerd.sock
failCgroupV1: false
cgroupDriver: cgroupfs
cgroupsPerQOS: false
enforceNodeAllocatable: []
failSwapOn: false
oomScoreAdj: 0
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
resolvConf: /etc/resolv.conf
podLogsDir: $node/podlogs
volumePluginDir: $node/flexvolumes
enableControllerAttachDetach: true
localStorageCapacityIsolation: false
volumeStatsAggPeriod: 0s
makeIPTablesUtilChains: false
evictionHard: {}
imageGCHighThresholdPercent: 100
syncFrequency: 10s
nodeStatusUpdateFrequency: 5s
fileCheckFrequency: 5s
YAML
}
