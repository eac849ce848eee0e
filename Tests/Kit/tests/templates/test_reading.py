"""Templates are read as cfn-lint reads them."""

import json

import pytest
from cfnlint.decode import decode

from testkit.repository import TEMPLATES
from testkit.templates.reading import load


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda path: path.name)
def test_cfn_lint_reads_the_same(path):
    theirs, problems = decode(str(path))
    assert problems == []
    assert load(path) == json.loads(json.dumps(theirs, default=str))


def test_short_forms_are_written_out(tmp_path):
    path = tmp_path / "template.yaml"
    path.write_text("a: !Ref X\nb: !GetAtt X.Arn\nc: !If [Y, !Sub '${X}', 2012-10-17]\nd: !Condition Z\n")
    assert load(path) == {
        "a": {"Ref": "X"},
        "b": {"Fn::GetAtt": ["X", "Arn"]},
        "c": {"Fn::If": ["Y", {"Fn::Sub": "${X}"}, "2012-10-17"]},
        "d": {"Condition": "Z"},
    }


def test_json_is_read_as_it_is(tmp_path):
    path = tmp_path / "template.json"
    path.write_text(' {"Resources": {"A": {"Ref": "B"}}}')
    assert load(path) == {"Resources": {"A": {"Ref": "B"}}}
