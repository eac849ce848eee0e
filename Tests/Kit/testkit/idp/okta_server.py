"""Okta on a loopback port: okta.yaml served by connexion, which rejects everything else.

Authorization, scopes and rate limits are checked first, as Okta does. A test can plan faults, which
replace responses.
"""

import os
import re
import urllib.parse

import connexion
import yaml

from testkit.idp import okta_tokens
from testkit.idp.okta_state import window
from testkit.servers.web_server import Fault, WebServer

DESCRIPTION = os.path.join(os.path.dirname(__file__), "okta.yaml")


class OktaServer(WebServer):
    def __init__(self, organization):
        self.organization = organization
        self.tokens = okta_tokens.AuthorizationServer()
        self.limits = {}  # bucket: calls left in this minute
        with open(DESCRIPTION) as file:
            self.paths = yaml.safe_load(file)["paths"]
        app = connexion.AsyncApp("okta", specification_dir=os.path.dirname(DESCRIPTION))
        app.add_api(
            "okta.yaml",
            strict_validation=True,
            validate_responses=True,
            resolver=connexion.resolver.Resolver(lambda name: getattr(organization, name)),
        )
        super().__init__(app)
        organization.url = self.tokens.url = self.url
        policy = {"href": f"{self.url}/api/v1/policies/rst1"}
        organization.app["_links"] = {"accessPolicy": policy}

    async def gate(self, request):
        """A response that comes before the API is called; None calls it."""
        if request.path == "/oauth2/v1/token" and request.method == "POST":
            form = dict(urllib.parse.parse_qsl(request.body.decode()))
            status, headers, document = self.tokens.token(form, request.headers.get("dpop"))
            return Fault(status, document, headers)
        scope = self.scope(request.path)
        try:
            granted = self.tokens.scopes(
                request.headers.get("authorization"), request.headers.get("dpop"),
                request.method, self.url + request.raw_path,
            )  # fmt: skip
        except okta_tokens.Refused as refused:
            headers = {"WWW-Authenticate": f'DPoP error="{refused.error}"'}
            if refused.error == "use_dpop_nonce":
                headers["DPoP-Nonce"] = self.tokens.nonce
            return Fault(401, {"errorCode": "E0000011"}, headers)
        if granted is not None and scope not in granted:
            return Fault(403, {"errorCode": "E0000006"})
        bucket = request.path.split("/")[3]
        if bucket in self.limits:
            left = self.limits[bucket]
            headers = {
                "X-Rate-Limit-Limit": "600", "X-Rate-Limit-Reset": str(window()),
                "X-Rate-Limit-Remaining": str(max(0, left - 1)),
            }  # fmt: skip
            self.limits[bucket] = left - 1
            if left <= 0:
                return Fault(429, {"errorCode": "E0000047"}, headers)
            request.extra_headers = headers
        return None

    def scope(self, path):
        for template, operations in self.paths.items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return operations["get"]["x-scope"]
        return "nobody"
