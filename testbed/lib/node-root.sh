# What a real node runs on: Debian's packages, unpacked and not installed, and the images of its pods.
# shellcheck shell=bash

NODE_ROOT=$CACHE/node/root
IMAGES=$CACHE/images
# with the libraries they are linked to (libc and libseccomp are on every Debian; the latter is listed to be sure)
NODE_PACKAGES="containerd runc containernetworking-plugins busybox-static conntrack iptables nftables ethtool socat ipset
    libseccomp2 libmnl0 libnetfilter-conntrack3 libnfnetlink0 libip4tc2 libip6tc2 libnftnl11 libxtables12 libnftables1
    libjansson4 libedit2 libbsd0 libmd0 libgmp10 libtinfo6 libipset13 libwrap0"

require_node_tools() {
    require_tool apt-get "a Debian or Ubuntu: the node's containerd and runc come from its packages"
    require_tool dpkg dpkg
    require_tool curl curl
    require_tool ip iproute2
    require_tool unshare util-linux
    require_tool nsenter util-linux
}

build_node() {
    require_go
    require_node_tools
    stamped node-packages "$NODE_PACKAGES" "$NODE_ROOT/usr/bin/containerd" unpack_node_packages
    stamped mkimage "$(sources_hash mkimage) $(go env GOVERSION)" "$BIN/mkimage" compile_here mkimage
    stamped pause "$(sources_hash pause) $(go env GOVERSION)" "$BIN/pause" compile_here pause
    local key
    key="$(sources_hash mkimage pause) $(cat "$CACHE/stamps/node-packages")"
    stamped images "$key" "$IMAGES/busybox.tar" pack_images
}

unpack_node_packages() {
    local debs=$CACHE/node/debs deb
    rm -rf "$CACHE/node"
    mkdir -p "$debs" "$NODE_ROOT.new"
    cd "$debs" || return
    # the lists of a fresh machine are empty; refreshing them needs root, which a node needs anyway
    apt-cache show containerd >/dev/null 2>&1 || apt-get update
    # shellcheck disable=SC2086  # a list of packages
    apt-get download $NODE_PACKAGES
    for deb in *.deb; do dpkg -x "$deb" "$NODE_ROOT.new"; done
    mv "$NODE_ROOT.new" "$NODE_ROOT"
    rm -rf "$debs"
}

pack_images() {
    local root=$CACHE/images/root
    rm -rf "$IMAGES"
    mkdir -p "$root/pause" "$root/busybox/bin" "$root/busybox/tmp" "$root/busybox/etc"
    cp "$BIN/pause" "$root/pause/pause"
    "$BIN/mkimage" "$root/pause" test.local/pause:1 "$IMAGES/pause.tar" -- /pause

    local bin=$root/busybox/bin applet
    cp "$NODE_ROOT/bin/busybox" "$bin/busybox"
    for applet in $("$bin/busybox" --list); do
        [ "$applet" = busybox ] || ln -s busybox "$bin/$applet"
    done
    chmod 1777 "$root/busybox/tmp"
    echo 'root:x:0:0:root:/:/bin/sh' >"$root/busybox/etc/passwd"
    "$BIN/mkimage" "$root/busybox" test.local/busybox:1 "$IMAGES/busybox.tar.new" -- /bin/sh
    mv "$IMAGES/busybox.tar.new" "$IMAGES/busybox.tar"
    rm -rf "$root"
}
