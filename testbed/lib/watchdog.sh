#!/usr/bin/env bash
# watchdog.sh FOLDER STOP...: waits for the owner of the instance in FOLDER to end, then runs `testbed STOP...`.
# It goes by itself when FOLDER has gone. `testbed STOP...` stops all that works for the instance, and this is one of
# them: hence the exec, after which it is not.
set -euo pipefail

here=$(dirname "$0")
folder=$1
shift
# shellcheck source=/dev/null
. "$here/owner.sh"

until owner_ended "$folder"; do
    [ -d "$folder" ] || exit 0
    sleep 1
done
exec "$here/../testbed" "$@"
