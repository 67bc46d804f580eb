# What the demo says: headings, lines, colours. Colours only on a terminal.
# shellcheck shell=bash

BOLD='' GREEN='' RED='' DIM='' PLAIN=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    BOLD=$'\e[1m' GREEN=$'\e[32m' RED=$'\e[31m' DIM=$'\e[2m' PLAIN=$'\e[0m'
fi

complain() { printf 'demo: %s\n' "$*" >&2; }

heading() { printf '\n%s%s%s\n' "$BOLD" "$*" "$PLAIN"; }

line() { printf '  %s\n' "$*"; }

# Other programs' output, set off from the demo's own.
quoted() { sed "s/^/  $DIM| /; s/\$/$PLAIN/"; }

# Seconds with a tenth between two values of EPOCHREALTIME, whose decimal point depends on the locale.
elapsed() {
    local tenths=$(((${2//[!0-9]/} - ${1//[!0-9]/}) / 100000))
    echo "$((tenths / 10)).$((tenths % 10))"
}

good() { printf '%sok%s' "$GREEN" "$PLAIN"; }

bad() { printf '%sFAILED%s' "$RED" "$PLAIN"; }
