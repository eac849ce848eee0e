# shellcheck shell=bash
# shellcheck disable=SC2154 # tab, units, automatic, options, instances are of whoever sources it
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

# One account that fails keeps no other one waiting: who failed is named at the end.
preferences=RegionConcurrencyType=PARALLEL,MaxConcurrentPercentage=100,FailureTolerancePercentage=100

# requests_for INSTANCES ACCOUNTS REGION: what is to be created and deleted, and which instances do not count.
requests_for() {
    local options=(--regions "$work/regions.tsv")
    printf '%s\n' "$1" >"$work/$name.instances"
    [ "$2" = - ] || options+=(--accounts "$2")
    [ "$3" = - ] || options+=(--region "$3")
    [ ! -e "$work/management.account" ] || options+=(--management "$(account_of management)")
    breakglass preflight instances "${options[@]}" --instances "$work/$name.instances"
}

# made REQUESTS: those that change something.
made() { grep -v "^ignore$tab" <<<"$1" || true; }

# stale INSTANCES REQUESTS: the instances that are not current and count.
stale() {
    awk -F '\t' 'NR == FNR { if ($1 == "ignore") ignored[$2 FS $3] = 1; next }
        $1 != "" && $3 != "CURRENT" && !(($1 FS $2) in ignored)' <(printf '%s\n' "$2") <(printf '%s\n' "$1")
}

# make REQUESTS: creates and deletes instances.
make() {
    local kind filter named regions targets operation
    while IFS=$tab read -r kind filter named regions; do
        [ -n "$kind" ] || continue
        targets="{\"OrganizationalUnitIds\": [\"${units//,/\", \"}\"]"
        [ "$named" = - ] ||
            targets+=", \"Accounts\": [\"${named//,/\", \"}\"], \"AccountFilterType\": \"$filter\""
        # shellcheck disable=SC2086
        if [ "$kind" = create ]; then
            operation=$(sets create-stack-instances --deployment-targets "$targets}" --regions $regions \
                --operation-preferences "$preferences" --query OperationId) || fail "instances cannot be made"
        else
            operation=$(sets delete-stack-instances --deployment-targets "$targets}" --regions $regions \
                --no-retain-stacks --operation-preferences "$preferences" --query OperationId) ||
                fail "instances in accounts that are not planned cannot be deleted: $named"
            say "stack set $name leaves $named: not in the plan"
        fi
        wait_for "$operation"
    done <<<"$(made "$1")"
}

# Brings template and parameters to every instance that is there.
update_all() {
    local operation
    [ -n "$instances" ] || return 0
    operation=$(sets update-stack-set "${options[@]}" --permission-model SERVICE_MANAGED --auto-deployment "$automatic" \
        --managed-execution Active=true --operation-preferences "$preferences" --query OperationId) ||
        fail "CloudFormation does not take the update"
    wait_for "$operation"
}
