"""Builds our programs."""

import functools
import os
import subprocess

from testkit.repository import ROOT


@functools.cache
def program(product):
    """The path of the debug build of a product. The first call builds it, if its sources changed.

    A variable can name another file: BREAKGLASS for `breakglass`, BREAKGLASS_AWS_PROBE for `aws-probe`,
    and so on.
    """
    word = product.upper().replace("-", "_")
    given = os.environ.get(word if product == "breakglass" else f"BREAKGLASS_{word}")
    if given:
        return given
    build = ["swift", "build", "--product", product]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return os.path.join(folder.stdout.strip(), product)
