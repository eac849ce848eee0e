"""The Regions that the plan reader knows, compared with botocore's."""

import re

import botocore.session

from testkit.repository import ROOT


def test_regions_are_botocore_s():
    partitions = botocore.session.get_session().get_component("data_loader").load_data("partitions")
    expected = {
        partition["id"]: {r for r in partition["regions"] if not r.endswith("-global")}
        for partition in partitions["partitions"]
    }
    text = (ROOT / "Sources/Partitions/Partition+Regions.swift").read_text()
    found = {
        name: set(re.findall(r'"([^"]+)"', regions))
        for name, regions in re.findall(r'"(aws[a-z-]*)": \[([^\]]*)\]', text)
    }
    assert found == expected
