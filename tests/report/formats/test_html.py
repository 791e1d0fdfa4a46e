"""The HTML report as a browser sees it: self-contained, escaped, and alive."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.report.formats import html
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVE = """<script>
const form = document.getElementById("filters");
const off = () => document.querySelectorAll(".card.is-hidden").length;
form.severity.value = "error";
form.severity.dispatchEvent(new Event("input", { bubbles: true }));
const hidden = off();
form.severity.value = "";
form.severity.dispatchEvent(new Event("input", { bubbles: true }));
const put = (field, value) => { form[field].value = value;
  form[field].dispatchEvent(new Event("input", { bubbles: true })); };
const press = (key) => document.dispatchEvent(
  new KeyboardEvent("keydown", { key, bubbles: true }));
const left = () => document.querySelectorAll(".file:not(.is-hidden)").length;
put("file", "file1");
const files = [left()];
put("file", "");
put("words", "no such words anywhere");
files.push(left());
put("words", "");
files.push(left());
const cleared = off();
press("j");
const focused = document.activeElement.tagName;
document.querySelector("mark").click();
const note = document.getElementById("note");
const told = note.innerText.includes(document.querySelector(".card p").innerText);
press("Escape");
document.title = ["hidden", hidden, "after", cleared, "here",
  document.querySelectorAll(".card.is-here").length, "files", ...files, focused,
  told, note.hidden].join(" ");
</script>"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("articles")
    story = "The mayor said the bridge would open in May, and 40 men would build it.\n" * 3
    (folder / "a.txt").write_text(
        f"{story}\nThe end came.Then it < / p > began again \U0001f600.\n"
    )
    (folder / "b <b>&.txt").write_text(f"{story}\n<script>alert(1)</script> & more of it.\n")
    report = check([str(folder)], Settings(), LocalEngine(jobs=1))
    return "".join(html.render(view(report), Style()))


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?!#)[\w./]""", page)
    assert not re.search(r"url\(|@import|https?:", page)


def test_what_comes_from_files_is_escaped(page: str) -> None:
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)" in page
    assert "b &lt;b&gt;&amp;.txt" in page


def test_every_link_has_its_target(page: str) -> None:
    targets = set(re.findall(r'\bid="?([\w-]+)', page))
    assert set(re.findall(r'href="#([\w-]+)"', page)) <= targets


@pytest.mark.browser
def test_a_browser_filters_and_steps_through_the_findings(page: str, tmp_path: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a headless Chromium for this test")
        pytest.skip("no Chromium here: install Debian's package `chromium` to run this test")
    file = tmp_path / "report.html"
    file.write_text(page.replace("</body>", f"{DRIVE}</body>"), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    title = re.search(r"<title>([^<]*)</title>", done.stdout)
    assert title, done.stdout[:300]
    milder = len(re.findall(r'data-severity="(?:warning|info)"', page))
    assert title[1] == f"hidden {milder} after 0 here 1 files 1 0 2 MARK true true"
