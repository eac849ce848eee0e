"""One defect at a time in a set-up in order: the right check says drifted, and no other."""

import pytest

from testkit.drift.defects import user  # noqa: F401
from testkit.drift.defects.access import DEFECTS


@pytest.mark.parametrize(
    "check_id, defect", [d[::2] for d in DEFECTS], ids=[d[1].replace(" ", "-") for d in DEFECTS]
)
def test_the_right_check_finds_it_and_no_other(check, world, answers, check_id, defect):
    with defect(world, answers):
        report = check()
    said = {name: report.facts(name) for name in report.having("drifted")}
    assert set(said) == {check_id}, said
    assert report.status == 1
