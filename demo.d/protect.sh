# Reads results, runs the command line for checks, and the helper that looks at clusters from outside.
# shellcheck shell=bash

# kube VERB KUBECONFIG [MAPPING...]: about the objects of the sample application
kube() {
    local verb=$1 config=$2
    shift 2
    run_child "$(java_tool java)" -cp "$OUT/classes:$JAR" Kube "$verb" "$config" "$SHOP/manifests" "$@"
}

application_namespaces() { "$(java_tool java)" -cp "$OUT/classes:$JAR" Kube namespaces "$SHOP/manifests"; }

# field NAME FIELD: a text of the result's first level
field() { sed -n "s/^  \"$2\" : \"\\(.*\\)\",\\{0,1\\}\$/\\1/p" "$OUT/$1.json" | head -n 1; }

# total NAME ACTION...: how many objects had one of these actions
total() {
    local name=$1 action sum=0 n
    shift
    for action in "$@"; do
        n=$(sed -n '/^  "totals"/,/^  }/p' "$OUT/$name.json" | sed -n "s/^    \"$action\" : \\([0-9]*\\),\\{0,1\\}\$/\\1/p")
        sum=$((sum + ${n:-0}))
    done
    echo "$sum"
}

# protect_quietly NAME ARGUMENT...: for checks; tells only what goes wrong
protect_quietly() {
    local name=$1
    shift
    run_child "$(java_tool java)" -jar "$JAR" "$@" --json >"$OUT/$name.json" 2>"$OUT/$name.log" ||
        { quoted <"$OUT/$name.log" && return 1; }
}

# expect WHAT COMMAND...: one check of a stage
expect() {
    local what=$1
    shift
    if "$@"; then
        line "$(good): $what"
    else
        line "$(bad): $what"
        return 1
    fi
}

# done_well NAME: it did what was asked for. Warnings are expected: nothing encrypts Secrets, nothing saves volumes.
done_well() { [[ $(field "$1" outcome) =~ ^(succeeded|warning)$ ]] && [ "$(total "$1" failed)" -eq 0 ]; }

# same_objects FILE KUBECONFIG [MAPPING...]: the cluster has exactly the objects that FILE lists
same_objects() {
    local wanted=$1
    shift
    kube inventory "$@" >"$OUT/found" || return
    diff "$wanted" "$OUT/found" | quoted
    cmp -s "$wanted" "$OUT/found"
}

# nothing_to_do NAME ARGUMENT...: the plan of the same restore would write nothing
nothing_to_do() {
    local name=$1
    shift
    protect_quietly "$name" restore --plan "$@" || return
    [ "$(total "$name" create replace conflict)" -eq 0 ] && [ "$(total "$name" unchanged)" -gt 0 ]
}
