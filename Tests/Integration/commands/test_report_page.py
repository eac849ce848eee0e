"""The report's page as Chromium shows it: on a phone, on a screen and on paper.

`docs/report.html` is what the program writes; a test of the room BreakGlass keeps it so.
"""

import html
import json
import pathlib
import re
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs/report.html").read_text()
ANSWERS = ["Is it shut?", "Would it work?", "Would anybody notice?"]

# Names as long as they may be, without a place to break.
LONG = PAGE.replace("example", "x" * 64).replace("0oaFederation", "0oa" + "y" * 128)

# Around the page, since it allows no script itself: how wide it became, what it fetched, and where its
# answers and its first other heading begin.
MEASURE = """
onload = () => {
  const frame = document.querySelector("iframe"), page = frame.contentDocument
  const top = found => Math.round(found.getBoundingClientRect().top)
  document.querySelector("pre").textContent = JSON.stringify({
    width: page.documentElement.scrollWidth,
    fetched: frame.contentWindow.performance.getEntriesByType("resource").length,
    answers: [...page.querySelectorAll(".answer")].map(
      answer => [answer.firstChild.textContent, top(answer)]),
    heading: top(page.querySelector("h2")),
    lines: [...page.querySelectorAll("b, p, td, li")].filter(
      part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).length,
  })
}
"""


def chromium(folder, *arguments):
    done = subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", f"--user-data-dir={folder / 'profile'}", *arguments,
        ],
        capture_output=True, text=True, timeout=120, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(folder, page, width):
    """What Chromium measures of the page in a window of that width, in CSS pixels."""
    around = folder / "around.html"
    around.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><pre></pre><script>{MEASURE}</script>'
        f'<iframe style="border:0;width:{width}px;height:800px" srcdoc="{html.escape(page)}"></iframe>'
    )
    printed = chromium(folder, "--dump-dom", f"file://{around}")
    return json.loads(html.unescape(re.search(r"<pre>(.*?)</pre>", printed, re.S)[1]))


@pytest.mark.parametrize("page", [PAGE, LONG], ids=["usual", "long-names"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(page, width, tmp_path):
    seen = shown(tmp_path, page, width)
    assert seen["width"] <= width
    assert seen["lines"] == 0


def test_the_three_answers_come_first_and_nothing_is_fetched(tmp_path):
    phone = shown(tmp_path, PAGE, 360)
    assert [answer for answer, _ in phone["answers"]] == ANSWERS
    tops = [top for _, top in phone["answers"]]
    assert tops == sorted(tops) and tops[-1] < phone["heading"]
    assert tops[-1] < 640, "they fit on the first screen of a phone"
    assert phone["fetched"] == 0
    screen = shown(tmp_path, PAGE, 1280)
    assert len({top for _, top in screen["answers"]}) == 1, "they stand side by side on a screen"


def test_on_paper_it_says_the_same_and_where_links_lead(tmp_path):
    page, paper = tmp_path / "page.html", tmp_path / "paper.pdf"
    page.write_text(PAGE)
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={paper}", f"file://{page}")
    printed = subprocess.run(
        ["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True
    ).stdout
    first, *_ = printed.split("\f")
    for answer in ANSWERS:
        assert answer in first
    links = set(re.findall(r'<a href="(https://[^"]+)"', PAGE))
    assert links
    squeezed = re.sub(r"\s", "", printed)
    for link in links:
        assert re.sub(r"\s", "", html.unescape(link)) in squeezed, link
