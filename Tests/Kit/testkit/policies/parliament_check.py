"""Prints parliament's findings, one JSON line each. Runs in parliament's own environment.

Reads `{"NAME": POLICY, …}` from standard input.
"""

import json
import sys

import parliament


def findings(name, policy):
    analyzed = parliament.analyze_policy_string(json.dumps(policy), ignore_private_auditors=True)
    for finding in analyzed.findings:
        yield {"policy": name, "issue": finding.issue, "detail": str(finding.detail)}


if __name__ == "__main__":
    for name, policy in json.load(sys.stdin).items():
        for finding in findings(name, policy):
            print(json.dumps(finding))
