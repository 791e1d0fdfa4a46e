"""The whole path: same bytes for any number of jobs, and what the sample corpus must show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.rules import corpus_rules
from credcheck.settings import Settings
from credcheck.types import Corpus, Finding, Report

check_module = import_module("credcheck.check")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    return check([str(SEEDS)], Settings(), LocalEngine(jobs=1))


def found(report: Report, file: str, *rules: str) -> list[str]:
    texts = {d.id: d.raw for d in report.documents}
    return [
        f.span.of(texts[f.document])
        for f in report.findings
        if f.document.endswith(file) and f.rule.startswith(rules)
    ]


def test_the_verdicts_of_the_sample_corpus(report: Report) -> None:
    verdicts = {Path(score.document).name[0]: score.verdict for score in report.scores}
    assert verdicts == {"1": "broken", "2": "spun", "3": "clean", "4": "clean", "5": "clean"}


def test_the_clean_sample_is_silent_but_for_its_quotation(report: Report) -> None:
    assert {f.rule for f in of(report, "4-clean.txt") if f.severity != "info"} <= {"UNS202"}
    assert len(found(report, "4-clean.txt", "UNS202")) == 1


def test_the_spun_quotation_is_linked_to_the_true_one(report: Report) -> None:
    (linked,) = [f for f in of(report, "2-spun.txt") if f.rule == "UNS202"]
    assert [Path(e.document or "").name for e in linked.evidence] == ["4-clean.txt"]


def test_the_broken_sample_shows_each_kind_of_damage(report: Report) -> None:
    codes = {f.rule for f in of(report, "1-broken.txt")}
    assert codes >= {"BRK202", "BRK301", "BRK302", "BRK303", "BRK304", "BRK401", "BRK403", "BRK405"}


def test_furniture_is_a_warning_and_breaks_nothing(report: Report) -> None:
    severities = Counter(f.severity for f in of(report, "5-furniture.txt") if f.rule[:4] == "BRK5")
    assert set(severities) == {"warning"}
    assert severities["warning"] >= 4


def of(report: Report, file: str) -> list[Finding]:
    return [f for f in report.findings if f.document.endswith(file)]


def test_the_same_findings_for_any_number_of_jobs(tmp_path: Path) -> None:
    for source in SEEDS.glob("*.txt"):
        for copy in range(6):
            text = source.read_text(encoding="utf-8").replace("Port Salen", f"Port {copy}")
            (tmp_path / f"{source.stem}-{copy}.txt").write_text(text, encoding="utf-8")
    one, two = (check([str(tmp_path)], Settings(), LocalEngine(jobs=jobs)) for jobs in (1, 2))
    assert one.findings == two.findings
    assert one.alignments == two.alignments
    assert one.groups == two.groups
    assert one.scores == two.scores


def test_sources_are_compared_with_and_never_reported_on(tmp_path: Path) -> None:
    settings = Settings(sources=(str(SEEDS / "4-clean.txt"),))
    report = check([str(SEEDS / "2-spun.txt")], settings, LocalEngine(jobs=1))
    assert [Path(score.document).name for score in report.scores] == ["2-spun.txt"]
    assert {Path(f.document).name for f in report.findings} == {"2-spun.txt"}
    assert "UNS202" in {f.rule for f in report.findings}


def test_files_may_be_compared_without_being_asked_what_they_claim() -> None:
    paths = [str(SEEDS / name) for name in ("2-spun.txt", "4-clean.txt")]
    asked, unasked = (
        check(paths, Settings(), LocalEngine(jobs=1), is_judging=is_judging)
        for is_judging in (True, False)
    )
    assert asked.judgements
    assert unasked.judgements == ()
    assert unasked.alignments == asked.alignments


def test_one_bad_file_never_stops_a_run(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 64)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("A plain sentence about nothing much.\n")
    report = check([str(tmp_path)], Settings(), LocalEngine(jobs=1))
    verdicts = [score.verdict for score in report.scores]
    assert verdicts == ["unreadable", "unreadable", "clean"]


@pytest.mark.parametrize(
    "stage", ["clean", "identified", "detect", "claims", "passages", "spun_verdict"]
)
def test_a_stage_that_raises_on_one_file_is_told_and_the_run_goes_on(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.txt").write_text("A plain sentence about the harbour.\n")
    (tmp_path / "good.txt").write_text("The clerk locked the hall , and went home.\n")
    whole = getattr(check_module, stage)

    def picky(subject: Any, *more: Any) -> Any:
        document = getattr(subject, "document", subject)
        if document.id.endswith("bad.txt"):
            raise RuntimeError("out of ideas")
        return whole(subject, *more)

    def lot(*subjects: Any) -> Any:
        raise RuntimeError("lot")

    monkeypatch.setattr(check_module, stage, picky)
    if stage == "passages":
        monkeypatch.setattr(check_module, "passages_of", lot)
    report = check([str(tmp_path)], Settings(select=("BRK",)), LocalEngine(jobs=1))
    rules = [(Path(f.document).name, f.rule) for f in report.findings]
    assert rules == [("bad.txt", "ERR009"), ("good.txt", "BRK303")]
    assert report.findings[0].message.endswith(": RuntimeError: out of ideas")
    assert [document.raw[:7] for document in report.documents] == ["A plain", "The cle"]


def test_a_rule_across_files_that_raises_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(corpus: Corpus) -> Iterator[Finding]:
        raise KeyError("x")

    first, *others = corpus_rules()
    rules = (replace(first, find=fails), *others)
    monkeypatch.setattr(check_module, "corpus_rules", lambda: rules)
    report = check([str(SEEDS)], Settings(), LocalEngine(jobs=1))
    assert f"internal error in {first.code} {first.name}: KeyError: 'x'" in report.notices
    assert {f.rule for f in report.findings} & {rule.code for rule in others}


FOOT = (
    "The Ellis Lantern is printed by 14 volunteers, has been read in 3,200 households since 1921 "
    "and is paid for by its readers; send what you saw to the desk in Quay Street."
)
STORIES = (
    "The harbour board closed the old pier on Monday after an inspector found rust in 14 legs. "
    "Traders had heard nothing. The board meets again on 3 June to hear 220 stall holders.",
    "A baker in the upper town has won the regional prize for rye bread for the third time. "
    "Judges tasted 61 loaves in one morning. The winner will spend 500 pounds on a new oven.",
    "Snow blocked the pass for two days, and forty lorries waited in the valley below. Ploughs "
    "from three districts cleared 18 kilometres of road, and a school hall housed 70 drivers.",
    "The school choir will sing in the capital next summer, the head teacher told parents. "
    "Thirty-two pupils have rehearsed since autumn, and a raffle pays for half of the trip.",
    "Doctors at the clinic saw more children with coughs this week than in the whole of May. Of "
    "96 children, nine were sent to hospital, and parents are asked to keep the ill at home.",
)


def test_a_line_of_the_site_makes_no_copies_and_claims_nothing(tmp_path: Path) -> None:
    for number, story in enumerate(STORIES):
        (tmp_path / f"{number}.txt").write_text(f"{story}\n\n{FOOT}\n", encoding="utf-8")
    report = check([str(tmp_path)], Settings(), LocalEngine(jobs=1))
    assert report.alignments == ()
    assert report.groups == ()
    texts = {document.id: document.raw for document in report.documents}
    lines = [f.span.of(texts[f.document]) for f in report.findings if f.rule.startswith("BRK5")]
    assert lines == [FOOT] * len(STORIES)
    assert not any(j.claim.span.of(texts[j.claim.document]) in FOOT for j in report.judgements)
