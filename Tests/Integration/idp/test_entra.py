"""What the checks make of a tenant of Microsoft Entra ID, read through graph.yaml."""

import datetime
import json

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.oid import NameOID

from testkit.idp import graph_server, graph_state, okta_state, saml_documents
from testkit.servers.web_server import Fault

NAME = f"aws#{okta_state.ROLE}#{okta_state.EMERGENCY_ACCOUNT}"


@pytest.fixture
def read(read_entra):
    return read_entra


def test_a_tenant_in_order_is_read_whole(entra, read):
    reading = read()
    reading.found()
    assert read.proxy.operations == ["sts:GetWebIdentityToken"]
    assert reading.read["app"] == " AWS emergency inactive"
    assert reading.read["groups"] == {"g1": f"{NAME} []"}
    assert reading.read["policy"] == "Conditional Access true"
    assert reading.read["responders"] == {"jane@example.com": 'ACTIVE ["fido2SecurityKey"]'}
    assert reading.read["credential"].split() == ["stored", *sorted(graph_state.ROLES)]


def test_keys_of_its_other_roles_do_not_count(entra, read):
    """Entra serves WS-Federation's metadata, in which the role of SAML is one of several."""
    issuer = f"https://sts.windows.net/{graph_server.TENANT}/"
    signing, *others = [saml_documents.certificate() for _ in range(6)]
    entra.metadata = saml_documents.federation_metadata(issuer, [signing], others)
    assert read().read["metadata"] == f"{issuer} {saml_documents.fingerprint(signing)}"


def test_a_key_in_kms_signs_for_a_registered_certificate(boto, entra, plan, read):
    key = boto("kms").create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")["KeyMetadata"]
    public = load_der_public_key(boto("kms").get_public_key(KeyId=key["KeyId"])["PublicKey"])
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "checker")])
    now = datetime.datetime.now(datetime.timezone.utc)
    entra.certificate = (
        x509.CertificateBuilder(name, name, public, 1, now, now + datetime.timedelta(days=9))
        .sign(rsa.generate_private_key(65537, 2048), hashes.SHA256())
    )  # fmt: skip
    plan["identityProvider"] |= {
        "signingKey": key["KeyId"],
        "certificate": entra.certificate.fingerprint(hashes.SHA256()).hex(),
    }
    entra.federated = set()
    reading = read()
    reading.found()
    assert reading.read["credential"].startswith("Enabled ")
    entra.certificate = None
    assert "401 invalid_client AADSTS700027" in read().read["app"]


def test_everything_that_is_open_is_found(entra, read):
    tenant = entra.tenant
    tenant.limit = 2
    tenant.app |= {"accountEnabled": True, "appRoleAssignmentRequired": False}
    tenant.members["g1"] = [
        {"@odata.type": "#microsoft.graph.group", "id": "g7", "displayName": "all staff"},
        *({"id": f"u{n}", "userPrincipalName": f"m{n}@example.com"} for n in range(4)),
    ]
    tenant.groups["g1"] |= {
        "groupTypes": ["DynamicMembership"], "membershipRule": 'user.department -eq "it"',
        "membershipRuleProcessingState": "On",
    }  # fmt: skip
    tenant.assigned += [
        {"id": "a2", "principalId": "g7", "principalType": "Group"},
        tenant.assignment("u3", "Mallory", "User"),
    ]
    tenant.schedules = [tenant.schedule("g1", "u5", "activated", "owner")]
    tenant.policies = [
        tenant.policy("block", ["block"], includeUsers=[], includeGroups=["g1"]),
        tenant.policy("MFA or a device", ["mfa", "compliantDevice"]),
    ]
    tenant.users["jane@example.com"]["accountEnabled"] = False
    tenant.details = {}
    now = datetime.datetime.now(datetime.timezone.utc)
    moment = (now - datetime.timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
    tenant.audits = [
        {"id": "d1", "activityDisplayName": "Update service principal", "result": "success",
         "activityDateTime": moment, "initiatedBy": {"user": {"userPrincipalName": "m@x.org"}},
         "targetResources": [{"id": "sp1", "modifiedProperties": [
             {"displayName": "AccountEnabled", "newValue": "[true]"}]}]},
        {"id": "d2", "activityDisplayName": "Add member to group", "result": "success",
         "activityDateTime": moment, "initiatedBy": {"app": {"displayName": "script"}},
         "targetResources": [{"id": "u1"}, {"id": "g1"}]},
    ]  # fmt: skip
    tenant.sign_ins = [
        {"id": "s1", "createdDateTime": moment, "userPrincipalName": "m@x.org",
         "status": {"errorCode": 0}},
        {"id": "s2", "createdDateTime": moment, "userPrincipalName": "n@x.org",
         "status": {"errorCode": 50126}},
    ]  # fmt: skip
    found = read().findings
    assert len(found["emergency-groups-have-no-members"]) == 5
    assert "all staff is a member" in found["emergency-groups-have-no-members"][0]
    assert found["federation-app-is-inactive"] == ["drift: app AWS emergency is active"]
    assert len(found["federation-app-has-no-direct-users"]) == 2
    assert len(found["only-emergency-groups-reach-the-app"]) == 1
    assert "dynamic membership" in found["no-rule-fills-an-emergency-group"][0]
    assert "u5 holds an active assignment" in found["no-active-privileged-assignment"][0]
    assert [line.split(" on ")[0] for line in found["groups-and-app-untouched-since-last-run"]][
        :2
    ] == [
        "drift: m@x.org did application.lifecycle.activate",
        "drift: script did group.user_membership.add",
    ]
    assert len(found["nobody-signed-in-through-the-app"]) == 1
    assert len(found["sign-on-policy-demands-mfa"]) == 2
    assert len(found["responders-are-ready"]) == 2


def test_a_disabled_registration_is_inactive_whatever_else_it_says(entra, read):
    entra.tenant.app |= {"accountEnabled": True, "isDisabled": True}
    read().found()
    entra.tenant.app |= {"accountEnabled": None, "isDisabled": None}
    assert read().found("federation-app-is-inactive")[0].startswith("malformed: ")


def test_hidden_members_are_not_taken_for_none(entra, read):
    entra.tenant.groups["g1"]["visibility"] = "HiddenMembership"
    read().found()
    entra.tenant.roles.remove("Member.Read.Hidden")
    lines = read().found("emergency-groups-have-no-members", "checker-credential-is-healthy")
    assert lines[0].startswith("denied: ") and "Member.Read.Hidden" in lines[0]
    assert lines[1] == "drift: the checker was not granted Member.Read.Hidden"


@pytest.mark.parametrize("role", graph_state.ROLES)
def test_a_permission_that_is_missing_is_named_and_nothing_is_taken_for_empty(role, entra, read):
    entra.tenant.roles.remove(role)
    found = read().findings
    lines = {check: [line for line in said if not line.startswith("note")] for check, said in found.items()
             if said != "does not apply"}  # fmt: skip
    assert lines.pop("checker-credential-is-healthy") == [f"drift: the checker was not granted {role}"]
    others = [line for said in lines.values() for line in said]
    assert all(line.startswith("denied: ") for line in others), others
    # Where nobody hides its members, there is nothing that a checker without that permission misses.
    assert bool(others) == (role != "Member.Read.Hidden")


def test_a_group_mastered_on_premises_is_not_checked(entra, read):
    entra.tenant.groups["g1"]["onPremisesSyncEnabled"] = True
    assert "on premises" in read().found("emergency-groups-have-no-members")[0]


FAULTS = {
    "401": (Fault(401, {"error": {"code": "InvalidAuthenticationToken"}}), "denied"),
    "403": (Fault(403, {"error": {"code": "Authorization_RequestDenied"}}), "denied"),
    "404": (Fault(404, {"error": {"code": "Request_ResourceNotFound"}}), "notFound"),
    "404 of a stranger": (Fault(404, "<html>"), "malformed"),
    "429": (Fault(429, {"error": {"code": "TooManyRequests"}}, {"Retry-After": "60"}), "throttled"),
    "500": (Fault(500, "secret-of-the-server"), "failed"),
    "half a body": (Fault(200, '{"value": []', cut=True), "failed"),
    "no page": (Fault(200, {"values": []}), "malformed"),
    "another page": (Fault(200, {"value": [7], "id": 7}), "malformed"),
    "elsewhere": (
        Fault(200, {"value": [], "@odata.nextLink": "https://127.0.0.1:1/v1.0/x"}),
        "partialPage",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_read_is_not_checked(name, entra, read):
    fault, reason = FAULTS[name]
    entra.plan("/v1.0/.*", fault)
    found = read(deadline="1500").findings
    for check in [
        "emergency-groups-have-no-members", "federation-app-is-inactive",
        "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app",
        "no-rule-fills-an-emergency-group", "no-active-privileged-assignment",
        "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app",
        "emergency-groups-are-assigned", "sign-on-policy-demands-mfa", "responders-are-ready",
    ]:  # fmt: skip
        kinds = {line.split(":")[0] for line in found[check]} - {"note"}
        # What a page of a list is not, a document is neither.
        allowed = {reason, "malformed"} if reason == "partialPage" else {reason}
        if reason == "notFound" and check == "responders-are-ready":
            allowed = {"drift"}
        assert kinds and kinds <= allowed, (check, found[check])
    assert json.dumps(found)
