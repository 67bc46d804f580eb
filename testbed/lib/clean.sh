# Everything stopped and removed, whatever state a killed run left it in. Built things stay.
# shellcheck shell=bash

clean() {
    local folder
    for folder in "$RUN"/clusters/*; do
        [ -d "$folder" ] && with_lock "cluster.$(basename "$folder")" remove_cluster "$folder"
    done
    for folder in "$RUN"/s3/*; do
        [ -d "$folder" ] && with_lock "s3.$(basename "$folder")" remove_s3 "$folder"
    done
    # processes whose state folder is gone
    stop_processes "$RUN" TERM KILL
    clean_subnets
    log "clean: nothing of the testbed runs in $RUN"
}
