"""okta.yaml rejects what it does not describe, and agrees with Okta's own description."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request

import pytest
import yaml

from testkit.idp import okta_server

with open(okta_server.DESCRIPTION) as file:
    OURS = yaml.safe_load(file)

# Okta publishes its description under the Apache license; name a copy of it, whole or in part.
THEIRS = os.environ.get("BREAKGLASS_OKTA_DESCRIPTION")


def ask(okta, path, token="ssws-token-of-the-tests"):
    request = urllib.request.Request(okta.url + path, headers={"Authorization": f"SSWS {token}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/groups/00g1", 200),
        ("/api/v1/apps/0oa1/groups?limit=20", 200),
        ("/api/v1/apps/0oa1/groups?limit=10", 400),
        ("/api/v1/apps/0oa1/users?limit=501", 400),
        ("/api/v1/groups/rules?limit=201", 400),
        ("/api/v1/groups/00g1?color=red", 400),
        ("/api/v1/apps/0oa1/sso/saml/metadata", 400),
        ("/api/v1/logs?since=2026-01-01T00:00:00Z", 400),
        ("/api/v1/authorizationServers", 404),
    ],
)
def test_what_is_not_described_is_refused(okta, path, status):
    # A path that nobody describes has no scope, which a stored token does not need.
    assert ask(okta, path) == status


def test_a_wrong_token_is_refused(okta):
    assert ask(okta, "/api/v1/groups/00g1", token="another") == 401


def test_an_answer_that_is_not_as_described_is_not_sent(okta):
    okta.organization.groups["00g1"]["type"] = "UNHEARD_OF"
    assert ask(okta, "/api/v1/groups/00g1") == 500


def test_it_says_nothing_that_oktas_own_description_does_not():
    if not THEIRS:
        pytest.skip("BREAKGLASS_OKTA_DESCRIPTION names no copy of Okta's description")
    with open(THEIRS) as file:
        theirs = json.load(file)

    def resolved(value):
        while "$ref" in value:
            target = theirs
            for name in value["$ref"].removeprefix("#/").split("/"):
                target = target[name]
            value = target
        return value

    compared = 0
    for path, operations in OURS["paths"].items():
        own = operations["get"]
        if path not in theirs["paths"]:
            continue
        compared += 1
        item = theirs["paths"][path]
        known = {
            parameter["name"]: parameter
            for parameter in map(
                resolved, item.get("parameters", []) + item["get"].get("parameters", [])
            )
        }
        named = set()
        for parameter in own["parameters"]:
            if "$ref" in parameter:
                parameter = OURS["components"]["parameters"][parameter["$ref"].split("/")[-1]]
            name = parameter["name"]
            named.add(name)
            if name == "after" and name not in known:
                continue  # Part of a link, which is opaque.
            assert name in known, (path, name)
            limits, wanted = parameter["schema"], resolved(known[name].get("schema", {}))
            for bound in ("minimum", "maximum"):
                if bound in wanted:
                    assert limits.get(bound) == wanted[bound], (path, name)
        required = {name for name, value in known.items() if value.get("required")}
        assert required <= named, path
        scopes = [
            scope
            for way in item["get"].get("security", [])
            for scope in way.get("oauth2", [])
        ]
        assert own["x-scope"] in scopes, (path, scopes)
    assert compared >= 9
