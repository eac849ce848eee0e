"""Credentials that a program or a container's agent hands out; botocore is asked for the same."""

import json
import subprocess
import time

import pytest

from testkit.aws.credentials_home import botocores, signed_by
from testkit.servers.fault_server import FaultServer, hang, reply


class TestProcess:
    def run(self, home, line, **parameters):
        home.write("config", f"[profile p]\nregion = eu-west-1\ncredential_process = {line}\n")
        return home.call(profile="p", **parameters)

    def fails(self, home, line, **parameters):
        home.write("config", f"[profile p]\nregion = eu-west-1\ncredential_process = {line}\n")
        text = home.fails(profile="p", **parameters)
        assert text.startswith(f'profile "p" in {home.folder}/.aws/config has a credential_process')
        return text

    def answer(self, **fields):
        return json.dumps(
            {"Version": 1, "AccessKeyId": "AKIAPROC", "SecretAccessKey": "proc-s3cr3t", **fields}
        )

    def test_its_words_are_not_a_shell_s(self, home, sts):
        script = f"#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.args\"\ncat <<'X'\n{self.answer()}\nX\n"
        program = home.program("my program", script)
        line = f'"{program}" --name \'a b\' $HOME `id` x\\ y "q\\"r" > /dev/null'
        self.run(home, line)
        signed_by(sts, *botocores(home, "p"))
        args = (home.folder / "my program.args").read_text().splitlines()
        assert args == ["--name", "a b", "$HOME", "`id`", "x y", 'q"r', ">", "/dev/null"]

    def test_a_program_is_found_on_the_path(self, home, sts):
        home.program("give-keys", f"#!/bin/sh\ncat <<'X'\n{self.answer(SessionToken='t')}\nX\n")
        home.environment["PATH"] += f":{home.folder}"
        self.run(home, "give-keys")
        signed_by(sts, "AKIAPROC", "proc-s3cr3t", "t")

    @pytest.mark.parametrize(
        "body, problem",
        [
            ("exit 3", "ended with status 3"),
            ("kill -9 $$", "ended with status 137"),
            ("echo not json s3cr3t", "does not print JSON"),
            ("true", "does not print JSON"),
            ("echo '{\"Version\": 2}'", "whose answer is not of Version 1"),
            ('echo \'{"Version": 1, "AccessKeyId": "s3cr3t"}\'', "lacks AccessKeyId or Secret"),
            ("yes s3cr3t", "printed more than 1048576 bytes"),
        ],
    )
    def test_a_program_that_fails_is_named_and_its_output_is_not_shown(
        self, home, sts, body, problem
    ):
        text = self.fails(home, home.program("p", f"#!/bin/sh\n{body}\n"))
        assert problem in text and "s3cr3t" not in text

    def test_an_expiration_that_is_no_time(self, home, sts):
        script = f"#!/bin/sh\ncat <<'X'\n{self.answer(Expiration='soon')}\nX\n"
        assert "Expiration is not a time" in self.fails(home, home.program("p", script))

    def test_a_program_that_is_not_there(self, home, sts):
        assert "cannot be found: /nowhere/p" in self.fails(home, "/nowhere/p")
        assert "an open quote" in self.fails(home, "'/bin/true")

    @pytest.mark.parametrize(
        "body", ["exec sleep 60", "sleep 60 2>/dev/null &\nexit 0", "exec >&-; exec sleep 60"]
    )
    def test_a_program_that_hangs_is_ended(self, home, sts, body):
        program = home.program("p", f"#!/bin/sh\necho $$ > {home.folder}/pid\n{body}\n")
        start = time.monotonic()
        assert "did not end in time" in self.fails(home, program, deadline=500)
        assert time.monotonic() - start < 2
        pid = (home.folder / "pid").read_text().strip()
        assert subprocess.run(["kill", "-0", pid], stderr=subprocess.DEVNULL).returncode != 0


class TestContainer:
    ANSWER = json.dumps(
        {
            "AccessKeyId": "ASIATASK",
            "SecretAccessKey": "task-secret",
            "Token": "task-token",
            "Expiration": "2099-01-01T00:00:00Z",
        }
    ).encode()

    def test_the_agent_is_asked_with_its_token(self, home, sts):
        with FaultServer([reply(200, self.ANSWER)]) as agent:
            (home.folder / "token").write_text("Bearer x")
            home.environment.update(
                AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{agent.url}/role",
                AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=str(home.folder / "token"),
            )
            home.call()
            assert "Authorization: Bearer x" in agent.seen[0][0]
            signed_by(sts, *botocores(home))

    @pytest.mark.parametrize("step", [reply(500), reply(200, b"{}"), hang()])
    def test_an_agent_that_fails_is_named(self, home, sts, step):
        with FaultServer([step]) as agent:
            home.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = f"{agent.url}/role"
            text = home.fails(deadline=1000)
            assert text.startswith("the container's credentials are not available: ")

    def test_a_token_does_not_travel_in_the_clear(self, home, sts):
        home.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://192.0.2.1/role"
        assert "is neither https nor on this machine" in home.fails()
