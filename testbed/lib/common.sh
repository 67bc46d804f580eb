# Paths, messages, prerequisites and locks. stdout is for results; everything else goes to stderr.
# shellcheck shell=bash

CACHE=${K8S_PROTECT_TESTBED_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/k8s-protect-testbed}
RUN=${K8S_PROTECT_TESTBED_RUN:-$CACHE/run}
BIN=$CACHE/bin

log() { printf 'testbed: %s\n' "$*" >&2; }

die() {
    log "$*"
    exit 1
}

show_path() {
    case ${1:-bin} in
        bin) echo "$BIN" ;;
        run) echo "$RUN" ;;
        *) die "path: bin or run, not $1" ;;
    esac
}

require_linux() {
    [ "$(uname -s)" = Linux ] || die "needs Linux (this is $(uname -s)): processes and free ports are found in /proc"
    require_tool flock util-linux
    require_tool setsid util-linux
    require_tool awk gawk
    mkdir -p "$BIN" "$CACHE/logs" "$CACHE/stamps" "$RUN/locks"
}

# require_tool COMMAND PACKAGE: the command must be on the PATH; PACKAGE is what to install otherwise.
require_tool() {
    command -v "$1" >/dev/null || die "$1 is not on the PATH: install $2"
}

# Kubernetes 1.36 needs Go 1.26; an older Go (from 1.21) fetches that toolchain itself unless told not to.
require_go() {
    require_tool go "Go 1.26 or newer (https://go.dev/dl/)"
    local version minor
    version=$(go env GOVERSION)
    minor=${version#go1.}
    minor=${minor%%[!0-9]*}
    [ "${minor:-0}" -ge 26 ] && return
    [ "$(go env GOTOOLCHAIN)" != local ] && [ "${minor:-0}" -ge 21 ] && return
    die "Go is too old ($version): install Go 1.26 or newer (https://go.dev/dl/)"
}

# with_lock NAME COMMAND...: one at a time, whichever process asks; says so when it has to wait.
# The command runs in a subshell, so the lock is gone whatever way it ends.
with_lock() {
    local file=$RUN/locks/$1
    shift
    (
        flock -n 9 || {
            log "waiting for another testbed command to finish"
            flock 9
        }
        "$@"
    ) 9>"$file"
}

# wait_until SECONDS COMMAND...: polls until the command succeeds; 1 when the time is over.
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.05
    done
}
