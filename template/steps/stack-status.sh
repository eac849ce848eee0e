# shellcheck shell=bash
# shellcheck disable=SC2154 # tab is of shared.sh, which sources this
# How a stack is, and what went wrong with it.

# settle SLOT REGION STACK: waits until CloudFormation is done with a stack, and prints its status;
# "none" when there is no such stack.
settle() {
    local status pause=1 end=$((SECONDS + 5400))
    while status=$(stack_status "$@") && [[ $status = *_IN_PROGRESS && $status != REVIEW_* ]]; do
        [ $SECONDS -lt $end ] || break
        sleep $pause
        [ $pause -ge 10 ] || pause=$((pause + 1))
    done
    [ -n "$status" ] && printf '%s\n' "$status"
}

# Fails when nobody can say.
stack_status() {
    local answer
    if answer=$(in_slot "$1" "$2" cloudformation describe-stacks --stack-name "$3" \
        --query 'Stacks[0].StackStatus' 2>&1); then
        printf '%s\n' "$answer"
    elif [[ $answer = *"does not exist"* ]]; then
        echo none
    else
        printf '%s\n' "$answer" >&2
        return 1
    fi
}

# What went wrong since the stack was last told to do something, the latest first: the resource and why,
# a tab between, a line each.
stack_reasons() {
    in_slot "$1" "$2" cloudformation describe-stack-events --stack-name "$3" --output text --query \
        'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]' |
        awk -F '\t' '$3 == "User Initiated" { exit } $2 ~ /FAILED$/ { print $1 "\t" $3 }' || true
}

# What went wrong first, as CloudFormation tells it.
stack_failures() {
    stack_reasons "$@" | grep -v 'Resource creation cancelled' | tail -3 | sed "s/^/    /; s/$tab/: /g" >&2 || true
}
