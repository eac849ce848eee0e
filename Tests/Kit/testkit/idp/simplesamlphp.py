"""SimpleSAMLphp, Debian's SAML identity provider, under PHP's own web server on a loopback port.

openssl creates its keys for each run. Its settings and metadata are files in a folder of the test. They
are read for each request, so a test can change keys while it runs. Everybody who asks to sign in is signed
in, since the tests need its documents and not authentication. The first key signs its metadata, whichever
key signs assertions.
"""

import base64
import html
import json
import os
import pathlib
import re
import subprocess
import urllib.parse
import urllib.request

from testkit.repository import ROOT
from testkit.servers.loopback import free_port, wait_until_answering

CODE = ROOT / ".venv/simplesamlphp/usr/share/simplesamlphp"  # lambda/set-up unpacks it.
AWS = "urn:amazon:webservices"
ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes"


class SimpleSAMLphp:
    """A running identity provider; a context manager.

    folder  the folder for all its files
    entity  its entity id
    role    the Role attribute of its assertions: "ROLE-ARN,PROVIDER-ARN"
    """

    def __init__(self, folder, entity="https://idp.example.com/saml", role=""):
        self.folder, self.entity, self.role = pathlib.Path(folder), entity, role
        self.url = f"http://127.0.0.1:{free_port()}"
        for name in ("config", "metadata", "cert", "var"):
            (self.folder / name).mkdir()
        self.make_key("first", days=3650)
        self.use("first")
        self.set_up()

    def __enter__(self):
        self.log = open(self.folder / "log", "w")
        # A cache of compiled files would not see for seconds what a test changed.
        self.process = subprocess.Popen(
            ["php", "-d", "opcache.enable=0", "-S", self.url.removeprefix("http://"),
             "-t", CODE / "www"],
            env={"PATH": os.environ["PATH"], "SIMPLESAMLPHP_CONFIG_DIR": str(self.folder / "config")},
            stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        wait_until_answering(f"{self.url}/saml2/idp/metadata.php", self.process)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()

    def make_key(self, name, days):
        """Creates a key, and a certificate that is valid for so many days."""
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", str(days),
             "-subj", f"/CN={name}.idp.example.com",
             "-keyout", self.folder / f"cert/{name}.pem", "-out", self.folder / f"cert/{name}.crt"],
            check=True, capture_output=True,
        )  # fmt: skip

    def certificate(self, name):
        """Base64 of the DER form."""
        lines = (self.folder / f"cert/{name}.crt").read_text().splitlines()
        return "".join(line for line in lines if not line.startswith("-----"))

    def use(self, name, coming=None):
        """Signs with this key, and also publishes the certificate of the coming key."""
        hosted = {
            "host": "__DEFAULT__", "auth": "everybody",
            "privatekey": f"{name}.pem", "certificate": f"{name}.crt",
            "signature.algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        }  # fmt: skip
        if coming:
            hosted |= {"new_privatekey": f"{coming}.pem", "new_certificate": f"{coming}.crt"}
        self.write("metadata/saml20-idp-hosted", "metadata", {self.entity: hosted})

    def set_up(self):
        folder = str(self.folder)
        self.write("config/config", "config", {
            "baseurlpath": f"{self.url}/", "certdir": f"{folder}/cert/",
            "loggingdir": f"{folder}/var/", "datadir": f"{folder}/var/", "tempdir": f"{folder}/var",
            "logging.handler": "errorlog", "secretsalt": "of-the-tests", "auth.adminpassword": "of-the-tests",
            "technicalcontact_email": "identity@example.com", "timezone": "UTC",
            "enable.saml20-idp": True, "module.enable": {"exampleauth": True, "saml": True},
            "metadata.sign.enable": True, "metadata.sign.privatekey": "first.pem",
            "metadata.sign.certificate": "first.crt",
            "metadata.sources": [{"type": "flatfile", "directory": f"{folder}/metadata"}],
            "store.type": "phpsession", "session.phpsession.savepath": f"{folder}/var",
        })  # fmt: skip
        self.write("config/authsources", "config", {
            "everybody": {
                "0": "exampleauth:StaticSource", "uid": ["jane@example.com"],
                f"{ATTRIBUTES}/Role": [self.role], f"{ATTRIBUTES}/RoleSessionName": ["jane@example.com"],
            },
        })  # fmt: skip
        self.write("metadata/saml20-sp-remote", "metadata", {
            AWS: {
                "AssertionConsumerService": "https://signin.aws.amazon.com/saml",
                "NameIDFormat": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                "simplesaml.nameidattribute": "uid", "simplesaml.attributes": True,
                "attributes.NameFormat": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
            },
        })  # fmt: skip

    def write(self, file, name, value):
        """A file of PHP that sets a variable."""
        packed = base64.b64encode(json.dumps(value).encode()).decode()
        text = f"<?php ${name} = json_decode(base64_decode('{packed}'), true);\n"
        (self.folder / f"{file}.php").write_text(text)

    def metadata(self):
        """The metadata document, as bytes."""
        with urllib.request.urlopen(f"{self.url}/saml2/idp/metadata.php", timeout=20) as answer:
            return answer.read()

    def response(self):
        """A signed SAML response for AWS, in Base64."""
        jar = urllib.request.HTTPCookieProcessor()
        start = f"{self.url}/saml2/idp/SSOService.php?spentityid={urllib.parse.quote(AWS)}"
        with urllib.request.build_opener(jar).open(start, timeout=20) as answer:
            page = answer.read().decode()
        return html.unescape(re.search(r'name="SAMLResponse" value="([^"]+)"', page)[1])
