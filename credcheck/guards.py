"""
Compare and judge so that one bad item never loses the rest.

A lot of passages, or the files of one event, that make a stage raise are taken one by one; those
that raise again are named in findings of the fault `internal-error`, the others are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credcheck.align.compare import compare, compare_all
from credcheck.read.faults import INTERNAL, failure
from credcheck.settings import Settings
from credcheck.support.judge import judge, judge_near
from credcheck.support.neighbours import neighbours
from credcheck.types import (
    Alignment,
    Document,
    Examined,
    Finding,
    Group,
    Judgement,
    Kept,
    Passage,
    Span,
)

Pair = tuple[Passage, Passage]
Compared = tuple[list[tuple[Alignment, ...]], tuple[tuple[str, str], ...]]


def compared_lot(lot: Sequence[Pair], settings: Settings) -> Compared:
    """What `compare_all` says of a lot; with each pair that raised, its left document and why."""
    try:
        return compare_all(lot, settings), ()
    except Exception:
        return _one_by_one(lot, settings)


def _one_by_one(lot: Sequence[Pair], settings: Settings) -> Compared:
    found: list[tuple[Alignment, ...]] = []
    failed: list[tuple[str, str]] = []
    for left, right in lot:
        try:
            found.append(compare((left, right), settings))
        except Exception as error:
            reason = failure(f"comparison with {right.document}", error).message
            failed.append((left.document, reason))
    return found, tuple(failed)


def judged(
    examined: Kept[Examined],
    groups: tuple[Group, ...],
    alignments: tuple[Alignment, ...],
    settings: Settings,
) -> tuple[tuple[Judgement, ...], tuple[Finding, ...]]:
    """What `judge` says; if it raises, what it says event by event, and which files it lost."""
    try:
        return judge(examined, groups, alignments, settings), ()
    except Exception:
        return _event_by_event(examined, groups)


def _event_by_event(
    examined: Kept[Examined], groups: tuple[Group, ...]
) -> tuple[tuple[Judgement, ...], tuple[Finding, ...]]:
    found: list[Judgement] = []
    failed: list[Finding] = []
    near = neighbours([e.claims for e in examined])
    for event in events(near):
        members = [examined[number] for number in event]
        number = {old: new for new, old in enumerate(event)}
        own = [[number[other] for other in near[old]] for old in event]
        try:
            found += judge_near(members, own, groups)
        except Exception as error:
            failed += (_failed(e.document, "judging of claims", error) for e in members)
    return tuple(found), tuple(failed)


def of_failure(document: str, reason: str) -> Finding:
    """The finding that a part of credcheck failed on a document, named by id."""
    return Finding(INTERNAL.code, document, Span(0, 0), reason, "error")


def _failed(document: Document, stage: str, error: Exception) -> Finding:
    return of_failure(document.id, failure(stage, error).message)


def events(near: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """The numbers of files that hang together, each event in order, in order of their first."""
    seen: set[int] = set()
    for first in range(len(near)):
        if first in seen:
            continue
        event, fresh = {first}, [first]
        while fresh:
            new = set(near[fresh.pop()]) - event
            event |= new
            fresh += sorted(new)
        seen |= event
        yield tuple(sorted(event))
