"""The examples of every rule are its tests; its form is checked here too."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from credcheck.clean import clean, fixers
from credcheck.detect import detect
from credcheck.rules import CATEGORIES, every, modules, names
from credcheck.settings import Settings
from credcheck.types import Corpus, CorpusRule, Document, Examined, Prose, Rule, Source, Span

_MARK = re.compile(r"\[\[|\]\](?!\])")
_MODULES = [name for category in CATEGORIES for name in modules(category)]
_RULES = [import_module(name).RULE for name in _MODULES]
_SAMPLE = Path(__file__).parent.parent / "lexicons" / "sample.tsv"
_PREFIXES = {"broken": "BRK", "spun": "SPN", "unsupported": "UNS", "duplicate": "DUP"}


def unmarked(example: str) -> tuple[str, list[Span]]:
    """The text of an example and the spans it marks."""
    text, starts, spans = "", [], []
    place = 0
    for mark in _MARK.finditer(example):
        text += example[place : mark.start()]
        place = mark.end()
        if mark.group() == "[[":
            starts.append(len(text))
        else:
            spans.append(Span(starts.pop(), len(text)))
    assert not starts, f"a mark is not closed: {example}"
    return text + example[place:], sorted(spans)


def test_marks_are_read() -> None:
    assert unmarked("a [[b]] [[[C]]] d") == ("a b [C] d", [Span(2, 3), Span(4, 7)])


def _document(text: str, id: str = "a") -> Document:
    return Document(id, Source(id), text, text)


def _matches(rule: Rule, text: str) -> list[Span]:
    lexicons = (str(_SAMPLE),) if rule.code == "SPN105" else ()
    _, prose = detect(_document(text), Settings(lexicons=lexicons))
    seen = prose if rule.code.startswith("SPN") else Prose(prose.document, prose.settings)
    return sorted(match.span for match in rule.find(seen))


def _examined(document: Document) -> Examined:
    from credcheck.align.passages import passages
    from credcheck.support.claims import claims

    document = clean(document)
    findings, prose = detect(document, Settings())
    words = len(document.text.split())
    return Examined(document, findings, claims(prose), passages(prose), words)


def _corpus(texts: tuple[str, ...]) -> Corpus:
    from functools import partial

    from credcheck.align.compare import compare
    from credcheck.align.group import group
    from credcheck.align.sketch import sketches
    from credcheck.engines.local import LocalEngine
    from credcheck.support.judge import judge

    settings = Settings()
    examined = tuple(_examined(_document(text, chr(97 + i))) for i, text in enumerate(texts))
    pairs = LocalEngine().group(sketches, (p for e in examined for p in e.passages))
    compared = map(partial(compare, settings=settings), pairs)
    alignments = tuple(alignment for found in compared for alignment in found)
    groups = group(alignments, examined)
    judgements = judge(examined, groups, alignments, settings)
    number = {e.document.id: i for i, e in enumerate(examined)}
    return Corpus(examined, number, alignments, groups, judgements, settings)


def _corpus_findings(rule: CorpusRule, texts: tuple[str, ...]) -> list[tuple[str, Span]]:
    return sorted((found.document, found.span) for found in rule.find(_corpus(texts)))


def _marked_corpus(examples: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[str, Span]]]:
    read = [unmarked(example) for example in examples]
    wanted = [(chr(97 + i), span) for i, (_, spans) in enumerate(read) for span in spans]
    return tuple(text for text, _ in read), sorted(wanted)


def _cases(kind: str, of: type[Rule] | type[CorpusRule]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in _RULES
        if isinstance(rule, of)
        for number, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("bad", Rule))
def test_finds_the_bad_exactly(rule: Rule, example: str) -> None:
    text, wanted = unmarked(example)
    assert [s.of(text) for s in _matches(rule, text)] == [s.of(text) for s in wanted]
    assert _matches(rule, text) == wanted


@pytest.mark.parametrize(("rule", "example"), _cases("good", Rule))
def test_is_silent_on_the_good(rule: Rule, example: str) -> None:
    assert [span.of(example) for span in _matches(rule, example)] == []


@pytest.mark.xfail(strict=True, reason="known and not yet found")
@pytest.mark.parametrize(("rule", "example"), _cases("missed", Rule))
def test_still_misses(rule: Rule, example: str) -> None:
    text, wanted = unmarked(example)
    assert _matches(rule, text) == wanted


@pytest.mark.parametrize(("rule", "examples"), _cases("bad", CorpusRule))
def test_finds_the_bad_across_files(rule: CorpusRule, examples: tuple[str, ...]) -> None:
    texts, wanted = _marked_corpus(examples)
    assert _corpus_findings(rule, texts) == wanted


@pytest.mark.parametrize(("rule", "examples"), _cases("good", CorpusRule))
def test_is_silent_on_good_files(rule: CorpusRule, examples: tuple[str, ...]) -> None:
    assert _corpus_findings(rule, examples) == []


@pytest.mark.xfail(strict=True, reason="known and not yet found")
@pytest.mark.parametrize(("rule", "examples"), _cases("missed", CorpusRule))
def test_still_misses_across_files(rule: CorpusRule, examples: tuple[str, ...]) -> None:
    texts, wanted = _marked_corpus(examples)
    assert _corpus_findings(rule, texts) == wanted


@pytest.mark.parametrize(("rule", "example"), _cases("bad", Rule))
def test_repairs_lie_in_the_text_and_change_it(rule: Rule, example: str) -> None:
    text, _ = unmarked(example)
    for match in rule.find(Prose(_document(text), Settings())):
        for edit in match.edits:
            assert edit.span.end <= len(text)
            assert edit.text is not None
            assert edit.text != edit.span.of(text)


def _own_tests(category: str, name: str) -> Path:
    """Where the cases of a rule are that needs whole articles to find anything."""
    return Path(__file__).parent / category / f"test_{name.replace('-', '_')}.py"


@pytest.mark.parametrize("name", _MODULES)
def test_form(name: str) -> None:
    module = import_module(name)
    rule: Rule | CorpusRule = module.RULE
    category = name.split(".")[-2]
    assert name.rpartition(".")[2] == rule.name.replace("-", "_")
    assert re.fullmatch(_PREFIXES[category] + r"\d{3}", rule.code)
    assert "## Why it matters" in (module.__doc__ or "")
    assert "## When it is wrong" in (module.__doc__ or "")
    assert rule.bad or _own_tests(category, rule.name).exists(), "no example and no test of its own"
    assert rule.good
    assert rule.languages


def test_every_rule_is_found_by_being_there() -> None:
    assert sorted(r.code for c in CATEGORIES for r in every(c)) == sorted(r.code for r in _RULES)


def test_no_code_and_no_name_is_used_twice() -> None:
    known = [*_RULES, *fixers()]
    assert len({rule.code for rule in known}) == len(known)
    assert len({rule.name for rule in known}) == len(known)


def test_rule_files_are_short() -> None:
    for name in _MODULES:
        path = Path(import_module(name).__file__ or "")
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, name


def test_rules_fixers_and_faults_have_names() -> None:
    known = names()
    assert known["BRK303"] == "surplus-space"
    assert known["ERR001"] == "unreadable-file"
    assert known["BRK105"] == "undecodable-bytes"
    assert list(known) == sorted(known)
    assert len(set(known.values())) == len(known)
