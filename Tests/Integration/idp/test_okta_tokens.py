"""Access tokens for assertions that KMS signed, bound to a key of the process: no secret at all."""

import pytest

from testkit.programs import idp_probe

SCOPES = ["okta.apps.read", "okta.groups.read", "okta.logStreams.read", "okta.logs.read",
          "okta.policies.read", "okta.users.read"]  # fmt: skip


@pytest.fixture
def registered(public_key, okta):
    okta.tokens.clients["0oa2"] = ([public_key], list(SCOPES))
    return okta


@pytest.fixture
def sign_in(okta, plan, tmp_path, aws_environment):
    def run(**parameters):
        reading = idp_probe.run(plan, tmp_path, aws_environment, okta.url, **parameters)
        for secret in [*okta.tokens.tokens, *okta.tokens.assertions]:
            assert secret not in reading.printed
            assert secret.split(".")[-1] not in reading.printed
        return reading

    return run


@pytest.mark.parametrize("at_resources", [False, True])
def test_a_bound_token_reads_everything(at_resources, registered, sign_in):
    registered.tokens.demands_nonce_at_resources = at_resources
    reading = sign_in()
    reading.found()
    assert reading.read["credential"] == "Enabled " + " ".join(SCOPES)
    [token] = registered.tokens.tokens.values()
    assert token[1], "the token is bound to a key"
    # Once without a nonce, once with it; each with an assertion of its own.
    assert len(registered.tokens.assertions) == len(set(registered.tokens.assertions)) == 2


def test_an_app_that_demands_no_proof_gets_by_without(registered, sign_in):
    registered.tokens.demands_proof = False
    sign_in().found()


def test_scopes_that_were_not_granted_are_drift_and_what_they_open_is_not_checked(
    registered, sign_in
):
    registered.tokens.clients["0oa2"][1].remove("okta.logs.read")
    registered.tokens.clients["0oa2"][1].append("extra.apps.manage")
    lines = sign_in().found(
        "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app",
        "checker-credential-is-healthy",
    )  # fmt: skip
    assert lines[0].startswith("denied: ")
    assert lines[-2:] == [
        "drift: the checker was not granted okta.logs.read",
        "drift: the checker was granted extra.apps.manage, which is not planned",
    ]


def test_a_key_that_okta_does_not_know_reads_nothing(key, okta, sign_in):
    reading = sign_in()
    for check, lines in reading.findings.items():
        kinds = {line.split(":")[0] for line in lines} if lines != "does not apply" else set()
        assert kinds <= {"denied", "note"}, (check, lines)
    assert "401 invalid_client" in reading.read["app"]
    # Refused once, not once for every call.
    assert len(okta.tokens.assertions) == 1


def test_a_key_that_is_pending_deletion_is_named(boto, key, registered, sign_in):
    registered.tokens.clients.clear()
    boto("kms").schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    lines = sign_in().findings["checker-credential-is-healthy"]
    assert lines == ["drift: the checker's signing key is PendingDeletion"]


def test_a_key_that_is_gone_reads_nothing(plan, okta, sign_in, aws):
    plan["identityProvider"]["signingKey"] = "00000000-0000-0000-0000-000000000000"
    reading = sign_in()
    assert reading.read["app"].startswith("denied: ")
    assert "NotFoundException" in reading.read["app"]
    assert not okta.tokens.assertions


def test_a_token_that_ends_early_is_asked_for_again(registered, sign_in):
    okta = registered
    seen = []

    def forget(authorization, *rest):
        if len(seen) == 3:
            okta.tokens.tokens.clear()
        seen.append(authorization)
        return scopes(authorization, *rest)

    scopes, okta.tokens.scopes = okta.tokens.scopes, forget
    sign_in().found()
    assert len(okta.tokens.tokens) == 1


def test_a_stored_token_is_taken_from_secrets_manager(boto, plan, okta, sign_in):
    plan["identityProvider"]["apiToken"] = "breakglass/okta"
    made = boto("secretsmanager").create_secret(
        Name="breakglass/okta", SecretString="ssws-token-of-the-tests\n"
    )
    reading = sign_in()
    reading.found()
    assert reading.read["credential"].strip() == "stored"
    assert "ssws-token-of-the-tests" not in reading.printed
    boto("secretsmanager").put_secret_value(SecretId=made["ARN"], SecretString="two words\0")
    assert "holds no token" in sign_in().read["app"]


def test_a_plan_without_a_key_or_a_token_says_so(okta, sign_in):
    reading = sign_in()
    assert reading.read["app"].startswith("notConfigured: ")
    assert "neither client and signingKey nor apiToken" in reading.read["app"]
    assert not okta.requests
