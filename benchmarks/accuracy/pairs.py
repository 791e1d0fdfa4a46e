"""
Two short reports, one difference or none: `python -m benchmarks.accuracy.pairs [FILE] [-v]`.

A file of pairs has four columns: whether a difference must be told ("differ", where [[ ]] marks
both sides) or none may be ("same"), what kind of pair it is, and the two texts. They are known to
report on one event, so that only the matching is measured.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.support import FLAGGED
from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.judge import judge_near
from credcheck.types import Document, Examined, Judgement, Prose, Source

HELD = Path(__file__).resolve().parent / "pairs" / "held.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, the wordings that differ (empty where nothing does), and the kind of pair."""

    kind: str
    texts: tuple[str, str]
    marked: tuple[str, ...]


def read(path: Path) -> Iterator[Pair]:
    """The pairs of a file; lines that start with # are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, kind, *sides = line.split("\t")
            left, right = (side.replace("\\n", "\n") for side in sides)
            marked = tuple(_marked(side) for side in (left, right) if "[[" in side)
            yield Pair(kind, (_bare(left), _bare(right)), marked)


def _marked(text: str) -> str:
    return text.split("[[", 1)[1].split("]]", 1)[0]


def _bare(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")


def flags(pair: Pair) -> list[Judgement]:
    """What is told to differ between the two texts."""
    examined = []
    for name, text in zip("ab", pair.texts, strict=True):
        document = Document(name, Source(name), text, text)
        found = claims(Prose(document, Settings()))
        examined.append(Examined(document, (), found, (), len(text.split())))
    return [j for j in judge_near(examined, ((1,), (0,))) if j.status in FLAGGED]


def is_met(pair: Pair, found: list[Judgement]) -> bool:
    """True if a flag names both marked wordings."""
    said = {_said(pair, j) for j in found}
    return any(pair.marked[0] in a and pair.marked[1] in b for a, b in said)


def _said(pair: Pair, judgement: Judgement) -> tuple[str, str]:
    places = {judgement.claim.document: judgement.claim.span}
    places.update((e.document, e.span) for e in judgement.evidence if e.document and e.span)
    return tuple(places[name].of(text) for name, text in zip("ab", pair.texts, strict=True))  # type: ignore[return-value]


def main(path: Path, is_verbose: bool) -> None:
    """Print how many traps are flagged and how many differences are met."""
    count: Counter[str] = Counter()
    for pair in read(path):
        found = flags(pair)
        if not pair.marked:
            is_right = not found
            count["traps"] += 1
            count["traps flagged"] += bool(found)
        else:
            is_right = is_met(pair, found)
            count["differences"] += 1
            count["differences met"] += is_right
        if is_verbose and not is_right:
            print(pair.kind, "|", " | ".join(pair.texts))
    print(f"traps flagged {count['traps flagged']} of {count['traps']}")
    print(f"differences met {count['differences met']} of {count['differences']}")


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    main(Path(arguments[0]) if arguments else HELD, "-v" in sys.argv)
