from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from credcheck.clean import clean
from credcheck.detect import detect
from credcheck.fix import Repair, Repaired, repaired
from credcheck.language.identify import identified
from credcheck.read.article import article
from credcheck.read.files import FoundFile
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Source
from tests.clean.cases import DAMAGED as CASES

DAMAGED = "# News\n\nThe ferry left at noon , and nobody waited.\n\nA boat <span > came in late.\n"
FIXED = "# News\n\nThe ferry left at noon, and nobody waited.\n\nA boat came in late.\n"
PIECES = ("noon , and", "<span >", "&amp;", "â€™s", "\n\n\n\n\n", "word", "\u200b", " ", ". Then")


def document(text: str, newline: str = "\n") -> Document:
    return Document("a.md", Source("a.md", "md", newline=newline), text, text)


def mended(text: str, **changes: object) -> Repaired:
    return repaired(document(text), replace(Settings(), **changes))  # type: ignore[arg-type]


def applied(each: Repaired) -> str:
    """The changes made by hand, from the last to the first."""
    text = each.document.raw
    for change in reversed(each.changes):
        text = text[: change.span.start] + change.text + text[change.span.end :]
    return text


def test_safe_repairs_are_made() -> None:
    each = mended(DAMAGED)
    assert each.text == FIXED
    assert {repair.code for repair in each.made} == {"BRK303", "BRK202"}
    assert applied(each) == FIXED


def test_a_clean_text_comes_through() -> None:
    each = mended(FIXED)
    assert (each.text, each.made, each.changes, each.is_changed) == (FIXED, (), (), False)


def test_only_selected_repairs_are_made() -> None:
    assert mended(DAMAGED, select=("BRK202",)).text == DAMAGED.replace("<span > ", "")
    assert mended(DAMAGED, ignore=("BRK",)).text == DAMAGED


def test_line_ends_of_the_file_are_kept() -> None:
    text = "One ship left. < p > Two came at noon , and more.\n\n< p >\n\nEnd.\n".replace(
        "\n", "\r\n"
    )
    after = repaired(document(text, "\r\n"), Settings()).text
    assert after.count("\n") == after.count("\r\n") > 0
    assert "< p >" not in after
    assert "noon, and" in after


def test_ignored_places_are_left_alone() -> None:
    text = DAMAGED.replace("\n\nA", "\n\n<!-- credcheck: ignore -->\nA")
    assert mended(text).text == text.replace("noon ,", "noon,")


def test_choices_are_asked_once_and_kept() -> None:
    asked: list[str] = []

    def choose(repair: Repair, document: Document) -> bool:
        asked.append(repair.code)
        return repair.code == "BRK202"

    each = repaired(document(DAMAGED), Settings(), choose=choose)
    assert sorted(asked) == ["BRK202", "BRK303"]
    assert each.text == DAMAGED.replace("<span > ", "")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
@hypothesis_settings(max_examples=40, deadline=None)
def test_a_second_run_has_nothing_to_do(pieces: list[str]) -> None:
    text = "The boat came in. " + " ".join(pieces) + " It left again.\n"
    each = mended(text)
    assert applied(each) == each.text
    assert mended(each.text).text == each.text


def broken(text: str) -> list[Finding]:
    settings = Settings(select=("BRK",))
    findings, _ = detect(clean(identified(document(text), settings)), settings)
    return [f for f in findings if f.rule.startswith("BRK")]


def is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.applicability == "safe"


@pytest.mark.parametrize("before", [before for before, _ in CASES[::2]])
def test_a_scan_after_a_fix_finds_nothing_repaired_and_nothing_new(before: str) -> None:
    left = Counter(f.rule for f in broken(before) if not is_safe(f))
    after = broken(mended(before).text)
    assert not [f for f in after if is_safe(f)]
    assert not Counter(f.rule for f in after) - left


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_no_trouble(text: str) -> None:
    assert mended(text).text in (text, "")


def test_a_byte_that_could_not_be_read_is_repaired_in_its_place_and_once() -> None:
    data = "Caf\xe9, na\xefve: one &amp; two, and it".encode() + b"\x92s shut now.\n"
    read = article(FoundFile("a.txt", "/a.txt"), data)
    each = repaired(read, Settings(), is_unsafe=True)
    assert each.text == "Caf\xe9, na\xefve: one & two, and it\u2019s shut now.\n"


def test_a_repair_of_a_whole_region_never_takes_an_ignore_along() -> None:
    text = "One boat.<p><!-- credcheck: off --><p>\n\n\n\n\n\n<p>It left at noon , they said.\n"
    assert "<!-- credcheck: off -->" in mended(text).text
    assert "noon , they" in mended(text).text
