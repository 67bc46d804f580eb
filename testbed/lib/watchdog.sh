#!/usr/bin/env bash
# watchdog.sh FOLDER OWNER STOP...: waits for the process OWNER to end, then runs `testbed STOP...`. It goes by itself
# when FOLDER has gone, and is one of the processes that `testbed STOP...` would stop, hence the exec.
set -euo pipefail

folder=$1
owner=$2
shift 2

# a pid is used again one day; together with its start time it is not
started() { sed 's/.*) //' "/proc/$owner/stat" 2>/dev/null | cut -d ' ' -f 1,20; }

was=$(started)
was=${was#* }
while [ -d "$folder" ]; do
    now=$(started) || now=
    case $now in
        '' | Z*) exec setsid "$(dirname "$0")/../testbed" "$@" ;;
    esac
    [ "${now#* }" = "$was" ] || exec setsid "$(dirname "$0")/../testbed" "$@"
    sleep 1
done
