"""
How fast are passages aligned, beside copydetect and difflib, and how fast is a corpus?

    python -m benchmarks.speed.align pairs FOLDER [--step N]     pairs in the form of the PAN task
    python -m benchmarks.speed.align corpus ARTICLES.jsonl.xz    every stage, one core

Process time of one core; of pairs the best of five rounds in turn, so that all meet the same load.
copydetect (if installed) fingerprints with its own defaults, difflib compares lists of words
without its popularity heuristic; each reads and cuts a document once. A corpus takes the stages of
a scan as a scan does: in its lots of documents and of pairs, and looking for garbage as seldom.
"""

from __future__ import annotations

import gc
import json
import lzma
import pickle
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import cache
from io import StringIO
from pathlib import Path

from credcheck.align.compare import compare_all
from credcheck.align.group import group
from credcheck.align.passages import passages_of
from credcheck.align.rare import without_likeness
from credcheck.align.sketch import sketches
from credcheck.align.standing import Page, bare, standing
from credcheck.align.stock import without_stock
from credcheck.check import PAIRS_AT_ONCE
from credcheck.cli import GARBAGE_THRESHOLDS
from credcheck.engines.local import LOT_ITEMS, LocalEngine
from credcheck.settings import Settings
from credcheck.types import Document, Examined, Prose, Source

SETTINGS = Settings()
WORD = re.compile(r"\w+")
Texts = Sequence[tuple[str, str]]


def document(id: str, text: str) -> Document:
    return Document(id, Source(id), text, text)


def ours(texts: Texts) -> None:
    every = list(dict.fromkeys(text for pair in texts for text in pair))
    proses = (Prose(document(text[:9], text), SETTINGS) for text in every)
    cut = {text: found for text, (found,) in zip(every, passages_of(proses), strict=True)}
    compare_all([(cut[left], cut[right]) for left, right in texts], SETTINGS)


def by_difflib(texts: Texts) -> None:
    @cache
    def cut(text: str) -> list[str]:
        return WORD.findall(text.lower())

    for left, right in texts:
        SequenceMatcher(None, cut(left), cut(right), autojunk=False).get_matching_blocks()


def by_copydetect(texts: Texts) -> None:
    from copydetect import CodeFingerprint, compare_files

    noise_threshold, guarantee_threshold = 25, 30
    window = guarantee_threshold - noise_threshold + 1

    @cache
    def cut(text: str) -> CodeFingerprint:
        return CodeFingerprint("x", noise_threshold, window, filter=False, fp=StringIO(text))

    for left, right in texts:
        compare_files(cut(left), cut(right))


def seconds(run: Callable[[Texts], None], texts: Texts) -> float:
    start = time.process_time()
    run(texts)
    return time.process_time() - start


def print_pairs(folder: Path, step: int) -> None:
    read = cache(lambda path: path.read_bytes().decode("utf-8"))
    lines = [x for p in sorted(folder.glob("*/pairs")) for x in p.read_text().splitlines()]
    names = [line.split() for line in lines[::step]]
    texts = [(read(folder / "susp" / a), read(folder / "src" / b)) for a, b in names]
    runs: list[Callable[[Texts], None]] = [ours, by_difflib]
    try:
        import copydetect  # noqa: F401

        runs.append(by_copydetect)
    except ImportError:
        print("copydetect is not installed")
    best = {run.__name__: 1e9 for run in runs}
    for _ in range(5):
        for run in runs:
            best[run.__name__] = min(best[run.__name__], seconds(run, texts))
    for name, spent in best.items():
        factor = spent / best["ours"]
        print(
            f"{name:14} {len(texts) / spent:6.0f} pairs a second, ours is {factor:.1f} times that"
        )


def print_corpus(path: Path) -> None:
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    documents = [document(record["id"], record["text"]) for record in records]
    marks = [time.process_time()]
    lots = (documents[n : n + LOT_ITEMS] for n in range(0, len(documents), LOT_ITEMS))
    found = (some for lot in lots for some in passages_of(Prose(d, SETTINGS) for d in lot))
    pages = [Page(d.id, "", some) for d, some in zip(documents, found, strict=True)]
    marks.append(time.process_time())
    furniture = standing(pages)
    cut = [passage for page in pages for passage in bare(page, furniture)]
    marks.append(time.process_time())
    pairs = list(LocalEngine(jobs=1).group(sketches, cut))
    marks.append(time.process_time())
    benches = [tuple(pairs[n : n + PAIRS_AT_ONCE]) for n in range(0, len(pairs), PAIRS_AT_ONCE)]
    aligned = tuple(a for lot in benches for some in compare_all(lot, SETTINGS) for a in some)
    marks.append(time.process_time())
    share = SETTINGS.duplicates.source_share
    news = without_likeness(without_stock(aligned, cut, share), cut, share)
    marks.append(time.process_time())
    files = tuple(Examined(document(p.document, ""), (), (), (), len(p.words)) for p in cut)
    groups = group(news, files)
    marks.append(time.process_time())
    for stage, start, end in zip(
        ("cut", "furniture", "meet", "compare", "sift", "group"), marks, marks[1:], strict=False
    ):
        print(f"{stage:9} {end - start:6.2f} s")
    total = marks[-1] - marks[0]
    size = sum(len(pickle.dumps(p)) for p in cut) / len(cut)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(cut)} articles, {len(pairs)} pairs, {len(news)} alignments, {len(groups)} groups")
    print(
        f"{len(cut) / total:.0f} articles a second; {size / 1024:.1f} KB an article; {peak:.0f} MB"
    )


def main(arguments: Sequence[str]) -> int:
    match list(arguments):
        case ["pairs", folder]:
            print_pairs(Path(folder), 1)
        case ["pairs", folder, "--step", step]:
            print_pairs(Path(folder), int(step))
        case ["corpus", path]:
            print_corpus(Path(path))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
