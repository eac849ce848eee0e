"""A tenant of Microsoft Entra ID: graph.yaml served by connexion, and a token end point."""

import base64
import hashlib
import json
import os
import re
import secrets
import time
import urllib.parse

import connexion
import yaml
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import Encoding
from web_server import Fault, WebServer

DESCRIPTION = os.path.join(os.path.dirname(__file__), "graph.yaml")
TENANT = "72f988bf-0000-0000-0000-000000000000"
ROLES = [
    "Application.Read.All", "AuditLog.Read.All", "GroupMember.Read.All", "Member.Read.Hidden",
    "Policy.Read.All", "PrivilegedAssignmentSchedule.Read.AzureADGroup", "User.Read.All",
]  # fmt: skip


def refuse(status, code):
    return {"error": {"code": code, "message": "secret-of-the-server"}}, status


class Tenant:
    """In order: app disabled, group empty, nobody privileged, MFA demanded of everybody."""

    def __init__(self, name):
        self.url = ""
        self.limit = 999
        self.app = {
            "id": "sp1", "appId": "app1", "displayName": "AWS emergency", "accountEnabled": False,
            "isDisabled": None, "appRoleAssignmentRequired": True,
            "preferredSingleSignOnMode": "saml",
        }  # fmt: skip
        self.assigned = [
            {"id": "a1", "principalId": "g1", "principalType": "Group",
             "principalDisplayName": name}
        ]  # fmt: skip
        self.groups = {"g1": self.group("g1", name), "g9": self.group("g9", "control")}
        self.members = {"g1": [], "g9": [{"id": "u9", "userPrincipalName": "c@example.com"}]}
        self.instances, self.audits, self.sign_ins = [], [], []
        self.policies = [self.policy("MFA for all", ["mfa"])]
        self.users = {"jane@example.com": {"id": "u1", "accountEnabled": True}}
        self.details = {
            "u1": {"id": "u1", "isMfaRegistered": True, "methodsRegistered": ["fido2SecurityKey"]}
        }

    @staticmethod
    def group(id, name):
        return {
            "id": id, "displayName": name, "groupTypes": [], "membershipRule": None,
            "membershipRuleProcessingState": None, "visibility": None,
            "onPremisesSyncEnabled": None,
        }  # fmt: skip

    @staticmethod
    def policy(name, controls, **users):
        return {
            "id": name, "displayName": name, "state": "enabled",
            "conditions": {
                "applications": {"includeApplications": ["All"], "excludeApplications": []},
                "users": {"includeUsers": ["All"]} | users, "locations": None,
                "signInRiskLevels": [],
            },
            "grantControls": {"operator": "OR", "builtInControls": controls},
        }  # fmt: skip

    def get_group(self, id, **_):
        return self.groups.get(id) or refuse(404, "Request_ResourceNotFound")

    def list_groups(self, **query):
        prefix = re.fullmatch(r"startswith\(displayName,'(.*)'\)", query["filter"])[1]
        found = [g for g in self.groups.values() if g["displayName"].startswith(prefix)]
        return self.paged(found, query)

    def list_transitive_members(self, id, **query):
        if id not in self.members:
            return refuse(404, "Request_ResourceNotFound")
        return self.paged(self.members[id], query)

    def get_service_principal(self, id, **_):
        if not self.app or id != self.app["id"]:
            return refuse(404, "Request_ResourceNotFound")
        return self.app

    def list_app_role_assigned_to(self, id, **query):
        return self.paged(self.assigned, query)

    def list_assignment_instances(self, **query):
        group = query["filter"].split("'")[1]
        return self.paged([i for i in self.instances if i["groupId"] == group], query)

    def list_access_policies(self, **query):
        return self.paged(self.policies, query)

    def list_directory_audits(self, **query):
        target = re.search(r"t/id eq '([^']+)'", query["filter"])[1]
        found = [a for a in self.audits if any(t["id"] == target for t in a["targetResources"])]
        return self.paged(found, query)

    def list_sign_ins(self, **query):
        return self.paged(self.sign_ins if "'app1'" in query["filter"] else [], query)

    def get_user(self, id, **_):
        return self.users.get(id) or refuse(404, "Request_ResourceNotFound")

    def get_registration_details(self, id):
        return self.details.get(id) or refuse(404, "ResourceNotFound")

    def paged(self, items, query):
        start = int(query.get("skiptoken") or 0)
        limit = min(self.limit, query.get("top") or 100)
        page = {"value": items[start : start + limit]}
        if start + limit < len(items):
            scope = connexion.request.scope
            kept = [
                part for part in scope["query_string"].decode().split("&")
                if part and "skiptoken" not in part
            ]  # fmt: skip
            query = "&".join([*kept, f"%24skiptoken={start + limit}"])
            page["@odata.nextLink"] = f"{self.url}{scope['path']}?{query}"
        return page


class GraphServer(WebServer):
    def __init__(self, tenant, metadata):
        self.tenant, self.metadata = tenant, metadata
        self.certificate = None  # an x509.Certificate that is registered
        self.federated = set()  # tokens of AWS's that are trusted
        self.roles = list(ROLES)
        self.tokens, self.assertions, self.used = set(), [], set()
        with open(DESCRIPTION) as file:
            self.paths = yaml.safe_load(file)["paths"]
        app = connexion.AsyncApp("graph", specification_dir=os.path.dirname(DESCRIPTION))
        app.add_api(
            "graph.yaml", strict_validation=True, validate_responses=True,
            resolver=connexion.resolver.Resolver(lambda name: getattr(tenant, name)),
        )  # fmt: skip
        super().__init__(app)
        tenant.url = self.url

    async def gate(self, request):
        if request.path == f"/{TENANT}/federationmetadata/2007-06/federationmetadata.xml":
            assert "authorization" not in request.headers and request.query == "appid=app1"
            return Fault(200, self.metadata, {"content-type": "application/samlmetadata+xml"})
        if request.path == f"/{TENANT}/oauth2/v2.0/token" and request.method == "POST":
            return self.token(dict(urllib.parse.parse_qsl(request.body.decode())))
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return Fault(401, {"error": {"code": "InvalidAuthenticationToken"}})
        for path, operations in self.paths.items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), request.path):
                if operations["get"]["x-scope"] in self.roles:
                    return None
        return Fault(403, {"error": {"code": "Authorization_RequestDenied"}})

    def token(self, form):
        assertion = form["client_assertion"]
        self.assertions.append(assertion)
        asked = (form["grant_type"], form["client_id"], form["scope"])
        assert asked == ("client_credentials", "client1", "https://graph.microsoft.com/.default")
        if not (assertion in self.federated or self.signed(assertion)):
            text = {"error": "invalid_client", "error_codes": [700027], "trace_id": assertion}
            return Fault(401, text)
        claims = {"roles": self.roles, "jti": secrets.token_hex(8)}
        payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        token = f"eyJ9.{payload}.{secrets.token_urlsafe(24)}"
        self.tokens.add(token)
        return Fault(
            200, {"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599,
                  "access_token": token},
        )  # fmt: skip

    def signed(self, assertion):
        """Whether the registered certificate's key signed it, for us, now and once."""
        if not self.certificate or assertion.count(".") != 2:
            return False
        head, body, signature = assertion.split(".")
        header, claims = json.loads(decode(head)), json.loads(decode(body))
        print256 = hashlib.sha256(self.certificate.public_bytes(Encoding.DER)).digest()
        if header != {"alg": "PS256", "typ": "JWT", "x5t#S256": encode(print256)}:
            return False
        # moto's salts are longer than KMS's, which are as long as the hash.
        self.certificate.public_key().verify(
            decode(signature), f"{head}.{body}".encode(),
            padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.AUTO), hashes.SHA256(),
        )  # fmt: skip
        fresh = claims["jti"] not in self.used
        self.used.add(claims["jti"])
        now = time.time()
        return (
            fresh and claims["iss"] == claims["sub"] == "client1"
            and claims["aud"] == f"{self.url}/{TENANT}/oauth2/v2.0/token"
            and claims["nbf"] <= now + 5 and now < claims["exp"] <= now + 600
        )  # fmt: skip


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
