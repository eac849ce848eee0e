# shellcheck shell=bash
# What deploy, destroy and their steps share. To be sourced; `work` is the folder of this run.
#
# A slot is whose credentials are used: emergency, organization or management. What a slot needs stands
# in $work/SLOT.env, or nowhere when the environment has it already.

work=${work:?is the folder of one run, which deploy and destroy make}
template=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
steps=$template/steps
# shellcheck disable=SC2034
root=$(dirname "$template")
export AWS_PAGER='' AWS_RETRY_MODE=${AWS_RETRY_MODE:-standard} AWS_DEFAULT_OUTPUT=text
tab=$'\t'

say() { printf '%s\n' "$*"; }
warn() { printf '%s: %s\n' "${program:-$(basename "$0")}" "$*" >&2; }

# stop STATUS TEXT [HINT]
stop() {
    warn "$2"
    [ -z "${3:-}" ] || printf 'hint: %s\n' "$3" >&2
    exit "$1"
}

# in_slot SLOT REGION SERVICE OPERATION...: the AWS CLI with the slot's credentials.
in_slot() (
    slot=$1 region=$2
    shift 2
    # shellcheck source=/dev/null
    [ ! -e "$work/$slot.env" ] || . "$work/$slot.env"
    # Version 1 of the AWS CLI has an endpoint of its own for SQS, whatever the environment says.
    if [ "$1" = sqs ] && [ -n "${AWS_ENDPOINT_URL:-}" ]; then set -- "$@" --endpoint-url "$AWS_ENDPOINT_URL"; fi
    exec aws --region "$region" "$@" </dev/null
)

# The command line: what is built for deployment first, then what a developer has.
breakglass() {
    local built
    for built in "$root/dist/breakglass" "$root/.build/debug/breakglass"; do
        [ ! -x "$built" ] || { "$built" "$@" && return || return $?; }
    done
    command -v swift >/dev/null ||
        stop 2 "the command breakglass is not built" "run lambda/package, or build-docker/build without Swift"
    swift run --package-path "$root" --quiet breakglass "$@"
}

# breakglass_in SLOT COMMAND...: the command line with the slot's credentials.
breakglass_in() (
    # shellcheck source=/dev/null
    [ ! -e "$work/$1.env" ] || . "$work/$1.env"
    shift
    breakglass "$@" </dev/null
)

# fact KEY: what the plan says, the parts after the key, a line each.
fact() { awk -F '\t' -v key="$1" '$1 == key { sub(/^[^\t]*\t/, ""); print }' "$work/plan/plan.tsv"; }

account_of() { cat "$work/$1.account"; }
# The Regions of a slot's account: those that get rules once that is known, all enabled ones before.
regions_of() {
    [ -e "$work/regions.tsv" ] || { cat "$work/$1.regions" && return; }
    awk -F '\t' -v account="$(account_of "$1")" '$1 == account && $3 == "covered" { print $2 }' "$work/regions.tsv"
}
hubs() {
    fact home
    fact standby
}

# The first 16 digits of a file's SHA-256.
digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -c 1-16; }

code_bucket() { printf 'breakglass-code-%s-%s' "$(account_of "$1")" "$2"; }

# each STEP: runs the step for every line of standard input, some at a time; fails when one failed.
each() { tr '\n' '\0' | xargs -0 -r -n 1 -P "${jobs:-8}" "$steps/$1"; }

# with_parameter FILE KEY VALUE: adds one to a file of parameters, or makes the file.
with_parameter() {
    local before='['
    [ ! -s "$1" ] || before="$(sed '$ s/ *] *$//' "$1"),"
    [ "$before" != '[,' ] || before='['
    printf '%s\n {"ParameterKey": "%s", "ParameterValue": "%s"}\n]\n' "$before" "$2" "$3" >"$1.new"
    mv "$1.new" "$1"
}

# shellcheck source=stack-status.sh
. "$steps/stack-status.sh"
