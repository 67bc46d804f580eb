# What killed runs left behind is stopped and removed. Built things stay.
# shellcheck shell=bash

# An instance that is up stays unless its owner has ended: it may be in use by somebody else on this machine.
clean() {
    local all='' folder
    case ${1:-} in
        '') ;;
        --all) all=1 ;;
        *) die "clean: no such option: $1" ;;
    esac
    for folder in "$RUN"/clusters/*; do
        [ ! -d "$folder" ] || with_lock "cluster.$(basename "$folder")" clean_one "$folder" "$all" remove_cluster
    done
    for folder in "$RUN"/s3/*; do
        [ ! -d "$folder" ] || with_lock "s3.$(basename "$folder")" clean_one "$folder" "$all" remove_s3
    done
    clean_orphans
    clean_subnets
}

# clean_one FOLDER ALL REMOVE: holds the instance's lock, so nobody is just starting it
clean_one() {
    if [ -z "$2" ] && alive "$1/pid" && [ -e "$1/up" ] && ! owner_ended "$1"; then
        log "still up, left alone: $1 (testbed clean --all stops everything)"
        return
    fi
    log "removing $1"
    "$3" "$1"
}

# processes whose state folder has gone
clean_orphans() {
    local pid folder
    for pid in $(ours "$RUN"); do
        for folder in "$RUN"/clusters/* "$RUN"/s3/*; do
            is_ours "$pid" "$folder" && continue 2
        done
        log "stopping process $pid, whose folder has gone"
        kill -KILL "$pid" 2>/dev/null || true
    done
}
