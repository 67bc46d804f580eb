# The process that an instance belongs to: FOLDER/owner holds its pid and start time, as a pid is used again one day.
# shellcheck shell=bash

# start_of PID: when it started, in clock ticks since boot; nothing if it is a zombie or there is none
start_of() {
    local stat fields
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # the name may hold anything, so what counts is behind the last parenthesis: state first, start time 20th
    read -ra fields <<<"${stat##*) }"
    [ "${fields[0]}" = Z ] || echo "${fields[19]}"
}

set_owner() { echo "$2 $(start_of "$2")" >"$1/owner"; }

# owner_ended FOLDER: it had an owner, which is no more
owner_ended() {
    local pid start
    read -r pid start 2>/dev/null <"$1/owner" || return 1
    [ "$(start_of "$pid")" != "$start" ]
}
