"""STS's GetWebIdentityToken, which moto lacks."""

from testkit.servers.web_server import Fault, WebServer


class TokenService(WebServer):
    """Answers every request with the same web identity token."""

    token = "eyJhbGciOiJSUzI1NiJ9.web.identity-token-of-aws"

    async def gate(self, request):
        return Fault(200, f"""<GetWebIdentityTokenResponse
            xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetWebIdentityTokenResult>
            <WebIdentityToken>{self.token}</WebIdentityToken>
            <Expiration>2030-01-01T00:00:00Z</Expiration></GetWebIdentityTokenResult>
            </GetWebIdentityTokenResponse>""", {"content-type": "text/xml"})  # fmt: skip
