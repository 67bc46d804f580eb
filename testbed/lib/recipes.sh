# How each program is made. All come from Go modules, so that no download but the module proxy is needed.
# shellcheck shell=bash

VERSITYGW=github.com/versity/versitygw/cmd/versitygw@v1.8.0
KWOK=sigs.k8s.io/kwok/cmd/kwok@v0.8.0
# the behaviour of the fake nodes and their pods, from KWOK's own module
KWOK_STAGES="node/fast node/heartbeat-with-lease pod/fast volume/fast"

export CGO_ENABLED=0

# The kubelet is in the same binary everywhere: it costs a link of a few seconds, and there is one thing to build.
build_control_plane() {
    require_go
    stamped control-plane "$(sources_hash control-plane) $(go env GOVERSION)" "$BIN/k8sbox" compile_control_plane
}

# These flags are part of Go's cache key: changing one costs minutes on every machine.
compile_control_plane() {
    cd "$HERE/control-plane" || return
    go build -tags node -trimpath -ldflags "-s -w $(cat version.ldflags)" -o "$BIN/k8sbox.new" .
    mv "$BIN/k8sbox.new" "$BIN/k8sbox"
}

build_s3() {
    require_go
    stamped s3 "$VERSITYGW $(go env GOVERSION)" "$BIN/versitygw" go_install "$VERSITYGW"
}

build_fake_nodes() {
    require_go
    stamped fake-nodes "$KWOK $KWOK_STAGES $(go env GOVERSION)" "$CACHE/kwok-stages.yaml" compile_fake_nodes
}

compile_fake_nodes() {
    go_install "$KWOK"
    local module stage file
    module=$(go env GOMODCACHE)/${KWOK%%/cmd/*}@${KWOK##*@}
    for stage in $KWOK_STAGES; do
        for file in "$module/kustomize/stage/$stage"/*.yaml; do
            grep -q '^kind: Stage' "$file" || continue
            printf -- '---\n'
            cat "$file"
        done
    done >"$CACHE/kwok-stages.new"
    mv "$CACHE/kwok-stages.new" "$CACHE/kwok-stages.yaml"
}

build_bench() {
    require_go
    stamped bench "$(sources_hash bench) $(go env GOVERSION)" "$BIN/bench" compile_here bench
}

go_install() {
    GOBIN=$BIN go install -trimpath -ldflags "-s -w" "$1"
}

# compile_here FOLDER: a program of this folder, to the file of that name in BIN
compile_here() {
    cd "$HERE/$1" || return
    go build -trimpath -ldflags "-s -w" -o "$BIN/$1" .
}
