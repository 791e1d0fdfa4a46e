"""Which files share a source, and which looks least altered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from credcheck.align.compare import compare
from credcheck.align.group import Link, components, group, homes
from credcheck.align.passages import passages
from credcheck.settings import Settings
from credcheck.types import Alignment, Examined, Group, Meta, Prose, SpunVerdict
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, SPUN_HARBOUR, document


def examined(id: str, text: str, date: str | None = None, spun: SpunVerdict = "clean") -> Examined:
    read = replace(document(text, id), meta=Meta(date=date))
    found = passages(Prose(read, Settings()))
    return Examined(read, (), (), found, len(text.split()), spun)


def aligned(files: list[Examined]) -> tuple[Alignment, ...]:
    pairs = combinations([e.passages[0] for e in files], 2)
    return tuple(a for pair in pairs for a in compare(pair, Settings()))


def grouped(*files: Examined) -> tuple[Group, ...]:
    return group(aligned(list(files)), files)


def test_copies_form_a_group_and_others_stay_out() -> None:
    (found,) = grouped(
        examined("a", HARBOUR), examined("b", ORCHARD), examined("c", SPUN_HARBOUR, spun="spun")
    )
    assert found.documents == ("a", "c")
    assert found.representative == "a"
    assert found.kind == "reworded"


def test_an_excerpt_belongs_to_what_it_was_cut_from() -> None:
    (found,) = grouped(examined("a", HARBOUR), examined("b", f"{HARBOUR} {ORCHARD} {SCHOOL}"))
    assert found.documents == ("a", "b")
    assert found.kind == "excerpt"
    assert found.representative == "b"


def test_a_shared_statement_makes_no_group() -> None:
    statement = ". ".join(HARBOUR.split(". ")[1:3]) + "."
    files = examined("a", f"{ORCHARD} {statement}"), examined("b", f"{SCHOOL} {statement}")
    assert len(aligned(list(files))) == 1
    assert grouped(*files) == ()


def test_a_digest_of_two_files_does_not_make_them_one() -> None:
    found = grouped(
        examined("a", HARBOUR), examined("b", ORCHARD), examined("c", f"{ORCHARD}\n\n{HARBOUR}")
    )
    assert [one.documents for one in found] == [("a", "c")]


def test_the_earliest_date_comes_first_and_is_the_reason() -> None:
    (found,) = grouped(examined("a", HARBOUR, "2026-05-02"), examined("b", HARBOUR, "2026-05-01"))
    assert found.representative == "b"
    assert found.reason == "looks earliest: dated 2026-05-01, the other 2026-05-02"


def test_dates_of_several_later_files_are_told_as_a_range() -> None:
    days = {"a": "2026-05-02", "b": "2026-05-01", "c": "2026-05-07"}
    (found,) = grouped(*(examined(name, HARBOUR, day) for name, day in days.items()))
    assert found.reason == "looks earliest: dated 2026-05-01, the others 2026-05-02 to 2026-05-07"


def test_without_dates_the_wording_is_the_reason_and_then_the_length() -> None:
    spun = examined("a", SPUN_HARBOUR, spun="spun")
    (found,) = grouped(spun, examined("b", HARBOUR))
    assert found.representative == "b"
    assert found.reason == "looks least altered: shows no signs of spinning, unlike a"
    (found,) = grouped(examined("a", HARBOUR), examined("b", f"{HARBOUR} {ORCHARD}"))
    assert found.reason == "holds the most text: 170 words, the other 103"
    (found,) = grouped(examined("a", HARBOUR), examined("b", HARBOUR))
    assert found.reason == "is as long as any, 103 words; neither dates nor wording tell more"


def test_one_date_alone_says_nothing() -> None:
    (found,) = grouped(
        examined("a", HARBOUR, "2026-05-02", spun="spun"), examined("b", SPUN_HARBOUR)
    )
    assert found.representative == "b"


def test_components_are_what_links_connect() -> None:
    links = [Link(a, b, 1.0, 1.0, "edited") for a, b in ("dc", "ab", "bd", "xy")]
    assert components(links) == [{"a", "b", "c", "d"}, {"x", "y"}]


def test_copies_live_with_the_first_of_them() -> None:
    files = [examined("a", HARBOUR), examined("b", HARBOUR), examined("c", ORCHARD)]
    assert homes(aligned(files)) == {"a": "a", "b": "a"}


def test_from_when_on_files_live_together_is_for_the_settings_to_say() -> None:
    half = " ".join(HARBOUR.split(". ")[:4])
    files = [examined("a", f"{half}. {ORCHARD}"), examined("b", f"{half}. {SCHOOL}")]
    share = min(a.left_share for a in aligned(files))
    assert homes(aligned(files), share - 0.1) == {"a": "a", "b": "a"}
    assert homes(aligned(files), 0.9) == {}
