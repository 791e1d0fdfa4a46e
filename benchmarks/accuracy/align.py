"""
How well passages are aligned: `python -m benchmarks.accuracy.align MEASUREMENT`.

pairs FOLDER           pairs of documents in the form of the PAN text-alignment task: a folder a
                       kind with `pairs` and an XML file a pair, and the texts in `susp` and `src`
corpus ARTICLES GOLD   articles (.jsonl.xz with `id` and `text`) with edited copies among them, and
                       a table of the copies with their offsets; N unlabelled hits, drawn by a
                       number, with --show N --seed NUMBER

Pairs are parted into two halves by a checksum of their names, the first for setting thresholds.
"""

from __future__ import annotations

import csv
import json
import lzma
import random
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.accuracy.plagdet import Match, score
from credcheck.align.compare import compare, compare_all
from credcheck.align.passages import passages
from credcheck.align.rare import without_likeness
from credcheck.align.sketch import sketches
from credcheck.align.standing import Page, bare, standing
from credcheck.align.stock import without_stock
from credcheck.detect import detect
from credcheck.engines.local import LocalEngine
from credcheck.settings import Settings
from credcheck.types import Alignment, Document, Passage, Prose, Source, Span

FEATURE = re.compile(r"<feature[^>]*>")
SETTINGS = Settings(select=("BRK",))


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of documents with its cases and what was found."""

    kind: str
    half: str
    cases: tuple[Match, ...]
    found: tuple[Match, ...]


def passage(id: str, text: str) -> tuple[Passage, ...]:
    """What is compared of a text as it stands."""
    return passages(Prose(Document(id, Source(id), text, text), SETTINGS))


@cache
def passage_of_file(path: Path) -> tuple[Passage, ...]:
    """What is compared of a file."""
    return passage(str(path), path.read_bytes().decode("utf-8"))


def matches(found: Sequence[Alignment]) -> tuple[Match, ...]:
    return tuple(Match(a.left.span, a.right.span) for a in found)


def read_pairs(folder: Path) -> Iterator[Pair]:
    """Align every pair of every kind."""
    for listing in sorted(folder.glob("*/pairs")):
        for line in listing.read_text(encoding="utf-8").splitlines():
            suspicious, source = line.split()
            left = passage_of_file(folder / "susp" / suspicious)
            right = passage_of_file(folder / "src" / source)
            found = compare((left[0], right[0]), SETTINGS) if left and right else ()
            name = f"{Path(suspicious).stem}-{Path(source).stem}.xml"
            half = ("first", "second")[zlib.crc32((suspicious + source).encode()) & 1]
            cases = tuple(read_cases(listing.parent / name))
            yield Pair(listing.parent.name, half, cases, matches(found))


def read_cases(path: Path) -> Iterator[Match]:
    """The cases of an XML file of the task."""
    for feature in FEATURE.findall(path.read_text(encoding="utf-8")):
        value = {k: int(v) for k, v in re.findall(r'(\w+_(?:offset|length))="(\d+)"', feature)}
        left = Span(value["this_offset"], value["this_offset"] + value["this_length"])
        right = Span(value["source_offset"], value["source_offset"] + value["source_length"])
        yield Match(left, right)


def print_pairs(folder: Path) -> None:
    """Print the scores of both halves and of all, by kind."""
    pairs = list(read_pairs(folder))
    kinds = sorted({pair.kind for pair in pairs})
    print(f"{'kind':24} {'half':7} plagdet precision recall granularity cases detections")
    for kind in (*kinds, "all"):
        for half in ("first", "second", "both"):
            some = [p for p in pairs if kind in (p.kind, "all") and half in (p.half, "both")]
            got = score((p.cases, p.found) for p in some)
            print(
                f"{kind:24} {half:7} {got.plagdet:7.4f} {got.precision:9.4f} {got.recall:6.4f} "
                f"{got.granularity:11.4f} {got.cases:5} {got.detections:10}"
            )


def prepared(path: Path) -> Iterator[tuple[str, Page]]:
    """The text of each article of a corpus, and what is compared of it, page furniture left out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            document = Document(record["id"], Source(record["id"]), record["text"], record["text"])
            _, prose = detect(document, SETTINGS)
            yield record["text"], Page(document.id, "", passages(prose))


def print_corpus(articles: Path, gold: Path, show: int = 0, seed: int = 1) -> None:
    """Print which copies are found, how much of them, and some of what else was found."""
    read = list(prepared(articles))
    furniture = standing(page for _, page in read)
    every = [p for _, page in read for p in bare(page, furniture)]
    pairs = list(LocalEngine(jobs=1).group(sketches, every))
    compared = (a for some in compare_all(pairs, SETTINGS) for a in some)
    found: dict[frozenset[str], list[Alignment]] = defaultdict(list)
    share = SETTINGS.duplicates.source_share
    for alignment in without_likeness(without_stock(compared, every), every, share):
        found[frozenset((alignment.left.document, alignment.right.document))].append(alignment)
    met = {frozenset((a.document, b.document)) for a, b in pairs}
    with gold.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    print(f"{len(read)} articles, {len(pairs)} pairs compared, {len(found)} aligned")
    for kind in sorted({row["kind"] for row in rows}):
        print_kind(kind, [row for row in rows if row["kind"] == kind], met, found)
    known = {frozenset((row["dup"], row["orig"])) for row in rows}
    others = sorted((pair for pair in found if pair not in known), key=sorted)
    print(f"unlabelled: {len(others)} pairs")
    texts = {page.document: text for text, page in read}
    for pair in random.Random(seed).sample(others, min(show, len(others))):
        for a in found[pair]:
            left, right = a.left.span.of(texts[a.left.document]), texts[a.right.document]
            print(f"\n{a.kind} {a.score} {a.words} words\n< {left}\n> {a.right.span.of(right)}")


def print_kind(
    kind: str,
    rows: list[dict[str, str]],
    met: set[frozenset[str]],
    found: dict[frozenset[str], list[Alignment]],
) -> None:
    """Print how many copies of a kind met, were aligned, and how much of them was found."""
    pairs = [frozenset((row["dup"], row["orig"])) for row in rows]
    covered = [
        coverage(row, found[pair]) for row, pair in zip(rows, pairs, strict=True) if pair in found
    ]
    hits = len(covered)
    copies, originals = (sum(c[n] for c in covered) / max(1, hits) for n in (0, 1))
    print(
        f"{kind:14} {len(rows):4} copies, met {sum(p in met for p in pairs) / len(rows):.4f}, "
        f"aligned {hits / len(rows):.4f}, covered {copies:.3f} of the copy, "
        f"{originals:.3f} of the original"
    )


def coverage(row: dict[str, str], found: Sequence[Alignment]) -> tuple[float, float]:
    """Which share of the labelled passage lies in alignments, in the copy and in the original."""
    places = {row["dup"]: [], row["orig"]: []}  # type: dict[str, list[Span]]
    for alignment in found:
        for place in (alignment.left, alignment.right):
            places[place.document].append(place.span)
    shares = []
    for side in ("dup", "orig"):
        start, length = int(row[f"{side}_off"]), int(row[f"{side}_len"])
        inside = {n for span in places[row[side]] for n in range(span.start, span.end)}
        shares.append(len(inside & set(range(start, start + length))) / length)
    return shares[0], shares[1]


def main(arguments: Sequence[str]) -> int:
    match list(arguments):
        case ["pairs", folder]:
            print_pairs(Path(folder))
        case ["corpus", articles, gold]:
            print_corpus(Path(articles), Path(gold))
        case ["corpus", articles, gold, "--show", count, "--seed", seed]:
            print_corpus(Path(articles), Path(gold), int(count), int(seed))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
