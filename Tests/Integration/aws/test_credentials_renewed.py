"""Credentials that end while a process lives: what replaced them is found, whatever gives them."""

import json
import re
import time

import pytest

from testkit.aws.credentials_home import Home
from testkit.programs import aws_probe
from testkit.servers.fault_server import FaultServer, reply

KEY = re.compile(r"Credential=(\w+)/")
COUNT = 9
IDENTITY = (
    "<R><GetCallerIdentityResult><Account>{0}</Account><Arn>arn:aws:iam::1:x</Arn></GetCallerIdentityResult></R>"
)


class Keys:
    """An STS that accepts one key, three times, and then only the next one. Answers with the key."""

    def __init__(self, code="ExpiredToken", each=3):
        self.code, self.each = code, each
        self.number, self.used, self.refused = 1, 0, 0
        self.renewed = lambda: None

    @property
    def current(self):
        return f"KEY{self.number}"

    def __call__(self, connection):
        key = KEY.search(self.server.seen[-1][0])[1]
        if self.used == self.each:
            self.number, self.used = self.number + 1, 0
            self.renewed()
        if key != self.current:
            self.refused += 1
            body = f"<E><Error><Code>{self.code}</Code><Message>no</Message></Error></E>"
            return reply(403, body.encode())(connection)
        self.used += 1
        return reply(200, IDENTITY.format(key).encode())(connection)


@pytest.fixture(params=["whoAmIRepeatedly", "whoAmIConcurrently"])
def operation(request):
    return request.param


@pytest.fixture
def serve(tmp_path):
    home, opened = Home(tmp_path), []

    def start(keys):
        server = FaultServer([keys])
        keys.server = server
        opened.append(server.__enter__())
        home.environment.update(AWS_ENDPOINT_URL_STS=server.url, AWS_REGION="eu-west-1")
        return home

    yield start
    for server in opened:
        server.__exit__()


WANTED = [f"KEY{1 + number // 3}" for number in range(COUNT)]


def document(keys, seconds=None):
    fields = {"AccessKeyId": keys.current, "SecretAccessKey": "s", "Token": "t", "Version": 1}
    if seconds:
        end = time.gmtime(time.time() + seconds)
        fields["Expiration"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", end)
    return json.dumps(fields)


@pytest.mark.parametrize("code", ["ExpiredToken", "InvalidClientTokenId", "UnrecognizedClientException"])
def test_the_agent_of_a_function_is_asked_again_when_its_keys_are_rejected(serve, operation, code):
    keys = Keys(code)
    home = serve(keys)
    with FaultServer([lambda connection: reply(200, document(keys).encode())(connection)]) as agent:
        environment = {**home.environment, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{agent.url}/creds"}
        assert aws_probe.run(environment, operation, count=COUNT) == WANTED
        assert agent.requests == 3 and keys.refused == 2


def test_an_agent_whose_keys_soon_end_is_not_asked_for_every_call(serve, operation):
    keys = Keys(each=100)
    home = serve(keys)
    with FaultServer([reply(200, document(keys, 120).encode())]) as agent:
        environment = {**home.environment, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{agent.url}/creds"}
        assert aws_probe.run(environment, operation, count=COUNT) == ["KEY1"] * COUNT
        assert agent.requests == 1


def test_a_profile_is_read_again_when_its_keys_are_rejected(serve, operation):
    keys = Keys()
    home = serve(keys)

    def write():
        home.write(
            "credentials",
            f"[me]\naws_access_key_id = {keys.current}\naws_secret_access_key = s\naws_session_token = t\n",
        )

    write()
    keys.renewed = write
    assert home.call(operation, profile="me", count=COUNT) == WANTED


def test_a_program_is_run_again_when_its_keys_are_rejected(serve, operation):
    keys = Keys()
    home = serve(keys)

    def write():
        text = document(keys).replace('"Token"', '"SessionToken"')
        home.program("give", f"#!/bin/sh\necho '{text}'\n")

    write()
    keys.renewed = write
    home.write("config", f"[profile me]\nregion = eu-west-1\ncredential_process = {home.folder}/give\n")
    assert home.call(operation, profile="me", count=COUNT) == WANTED


def test_keys_that_nobody_replaces_are_reported(serve, operation):
    keys = Keys()
    home = serve(keys)
    home.environment.update(AWS_ACCESS_KEY_ID="KEY1", AWS_SECRET_ACCESS_KEY="s")
    answers = aws_probe.run(home.environment, operation, count=5)
    assert answers[:3] == ["KEY1"] * 3
    assert all("ExpiredToken" in answer and "sign in again" in answer for answer in answers[3:])
