# shellcheck shell=bash
# Whether what is deployed is what is wanted. To be sourced after shared.sh.

# The parameters that a template declares with its defaults, KEY=VALUE a line.
defaults() {
    awk '/^[^ #]/ { inside = /^Parameters:/ }
        inside && /^  [A-Za-z0-9]+:$/ { key = substr($1, 1, length($1) - 1) }
        inside && /^    Default: / {
            sub(/^    Default: /, "")
            if ($0 ~ /^".*"$/) $0 = substr($0, 2, length($0) - 2)
            print key "=" $0
        }' "$1"
}

# The parameters of a file as CloudFormation takes it, KEY=VALUE a line.
given() {
    [ "$1" = - ] || tr -d '\n' <"$1" |
        grep -o '"ParameterKey": "[^"]*", *"ParameterValue": "[^"]*"' |
        sed 's/^"ParameterKey": "//; s/", *"ParameterValue": "/=/; s/"$//' || true
}

# with_defaults TEMPLATE: KEY=VALUE lines, completed by the template's defaults, sorted.
with_defaults() {
    { cat && case "$1" in *.yaml) defaults "$1" ;; esac } |
        awk '{ key = $0; sub(/=.*/, "", key) } !(key in seen) { seen[key] = 1; print }' | sort
}

# same_parameters TEMPLATE PARAMETERS DEPLOYED: whether KEY=VALUE|KEY=VALUE is what is wanted. A stack tells
# its defaults, a stack set does not; an emulator writes a list as ['a', 'b'].
same_parameters() {
    [ "$(tr '|' '\n' <<<"$3" | tr -d "[]' " | sed '/^$/d' | with_defaults "$1")" = \
        "$(given "$2" | tr -d "[]' " | with_defaults "$1")" ]
}

# as_wanted WANTED-FILE DEPLOYED-TEXT: whether two templates differ in more than white space.
as_wanted() { [ "$(tr -d '[:space:]' <"$1")" = "$(tr -d '[:space:]' <<<"$2")" ]; }

# How the AWS CLI prints a template as it was written: it reads JSON, and prints it again.
template_output() { case "$1" in *.json) echo json ;; *) echo text ;; esac; }
