# shellcheck shell=bash
# How stack sets are spoken to. To be sourced after shared.sh; `name` is the stack set's.

call_as=$(cat "${work:?}/call-as")
sets() { in_slot organization "$(fact home)" cloudformation "$@" --stack-set-name "${name:?}" --call-as "$call_as"; }

# Account, Region, status, reason, a line each.
instances_of() {
    sets list-stack-instances --query "Summaries[].[Account,Region,Status,StatusReason||'']" | sort
}

# A stack set does one thing at a time.
wait_for_others() {
    local busy pause=1
    [ "${action:-}" != create ] || return 0
    while busy=$(sets list-stack-set-operations --query \
        "Summaries[?Status=='RUNNING'||Status=='QUEUED'||Status=='STOPPING'].OperationId") && [ -n "$busy" ]; do
        sleep $pause
        [ $pause -ge 10 ] || pause=$((pause + 1))
    done
}

# wait_for OPERATION: sets `failed` when it did not succeed.
wait_for() {
    local status pause=1
    while status=$(sets describe-stack-set-operation --operation-id "$1" --query StackSetOperation.Status) &&
        [[ $status = RUNNING || $status = QUEUED || $status = STOPPING ]]; do
        sleep $pause
        [ $pause -ge 10 ] || pause=$((pause + 1))
    done
    # shellcheck disable=SC2034
    [ "$status" = SUCCEEDED ] || failed="operation $1 is ${status:-unknown}"
}
