# Processes: started apart from the terminal and known by pid file and command line, so that no stranger is ever killed.
# shellcheck shell=bash

# start_detached PIDFILE LOG COMMAND...: the command's stdout goes to LOG.out, its stderr to LOG.
start_detached() {
    local pidfile=$1 out=$2
    shift 2
    # in its own session, so that no Ctrl-C reaches it; the locks' descriptor must not stay open in it
    setsid "$@" >"$out.out" 2>"$out" </dev/null 9>&- &
    echo $! >"$pidfile"
    disown
    # until it has become that command it would not be recognised as ours
    wait_until 5 recognised_or_gone "$pidfile" || true
}

recognised_or_gone() { alive "$1" || ! kill -0 "$(cat "$1")" 2>/dev/null; }

# is_ours PID FOLDER: one of the testbed's own programs, working for an instance whose state is in or below FOLDER.
# A zombie has no command line and so is nobody's.
is_ours() {
    local arg program='' instance='' args=()
    mapfile -d '' -t args 2>/dev/null <"/proc/$1/cmdline" || return 1
    for arg in "${args[@]}"; do
        case $arg in
            "$BIN"/* | */testbed/lib/*.sh) program=1 ;;
            "$2" | "$2"/*) instance=1 ;;
        esac
    done
    [ -n "$program" ] && [ -n "$instance" ]
}

# alive PIDFILE: its process is there and is the one that was started (the pid file lies in the instance's folder)
alive() {
    local pid
    pid=$(cat "$1" 2>/dev/null) && [ -n "$pid" ] && is_ours "$pid" "$(dirname "$1")"
}

# ours FOLDER: pids of all the testbed's processes that work for FOLDER or something below it
ours() {
    local proc
    for proc in /proc/[0-9]*; do
        is_ours "${proc#/proc/}" "$1" && echo "${proc#/proc/}"
    done
    return 0
}

none_ours() { [ -z "$(ours "$1")" ]; }

# stop_processes FOLDER SIGNAL...: sends the signals in turn, each with ten seconds to work
stop_processes() {
    local folder=$1 signal pids
    shift
    for signal in "$@"; do
        pids=$(ours "$folder")
        [ -n "$pids" ] || return 0
        # shellcheck disable=SC2086  # a list of pids
        kill -"$signal" $pids 2>/dev/null || true
        wait_until 10 none_ours "$folder" && return 0
    done
    log "still there after SIGKILL: $(ours "$folder" | tr '\n' ' ')"
    return 1
}

# start_watchdog FOLDER OWNER STOP...: runs `testbed STOP...` when the process OWNER has ended
start_watchdog() {
    local folder=$1 owner=$2
    shift 2
    [ -e "/proc/$owner" ] || die "--owner: there is no process $owner"
    set_owner "$folder" "$owner"
    start_detached "$folder/watchdog.pid" "$folder/watchdog.log" bash "$HERE/lib/watchdog.sh" "$folder" "$@"
}
