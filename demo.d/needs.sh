# What must be on this machine. Everything that is missing is told at once.
# shellcheck shell=bash

MISSING=0

lacks() {
    complain "$*"
    MISSING=1
}

check_needs() {
    [ "$(uname -s)" = Linux ] || lacks "needs Linux (this is $(uname -s)): the clusters are Linux programs"
    check_jdk
    check_maven
    check_go
    need_tool curl curl
    need_tool flock util-linux
    need_tool setsid util-linux
    need_tool awk gawk
    return "$MISSING"
}

need_tool() { command -v "$1" >/dev/null || lacks "$1 is missing: install the package $2"; }

# As Maven does: JAVA_HOME first.
java_tool() {
    if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/$1"; else echo "$1"; fi
}

check_jdk() {
    local javac version
    javac=$(java_tool javac)
    command -v "$javac" >/dev/null ||
        { lacks "no JDK ($javac is missing): install JDK 17 or newer (Debian: openjdk-17-jdk-headless; others: https://adoptium.net)" && return; }
    version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ] ||
        lacks "the JDK is too old ($javac is ${version:-unknown}): install JDK 17 or newer and let JAVA_HOME or PATH name it"
}

check_maven() {
    local version
    command -v mvn >/dev/null ||
        { lacks "Maven is missing: install Maven 3.8 or newer (Debian: maven; others: https://maven.apache.org/download.cgi)" && return; }
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    at_least "${version:-0.0}" 3 8 || lacks "Maven is too old (${version:-unknown}): install Maven 3.8 or newer"
}

# An older Go (from 1.21) fetches 1.26 by itself unless it was told not to.
check_go() {
    local version
    command -v go >/dev/null || { lacks "Go is missing: install Go 1.26 or newer (https://go.dev/dl/)" && return; }
    version=$(go env GOVERSION)
    version=${version#go}
    at_least "$version" 1 26 && return
    at_least "$version" 1 21 && [ "$(go env GOTOOLCHAIN)" != local ] && return
    lacks "Go is too old ($version): install Go 1.26 or newer (https://go.dev/dl/)"
}

at_least() { # version, major, minor
    local major=${1%%.*} minor=${1#*.}
    minor=${minor%%[!0-9]*}
    [ "$major" -gt "$2" ] || { [ "$major" -eq "$2" ] && [ "${minor:-0}" -ge "$3" ]; }
}
