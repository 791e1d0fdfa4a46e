"""
Build credcheck/lexicons/related_stems.tsv: stems that stand in the same company in news English.

    python tools/build_related_stems.py OUTPUT WORDNET INPUT.jsonl.xz...

Each input holds one JSON record a line with the article in the field "text". Stems are counted
with the REACH content stems before and after them; positive pointwise mutual information with
smoothed context counts (Levy, Goldberg and Dagan 2015), reduced by a truncated singular value
decomposition, gives a vector a stem; two stems are related if each is among the NEAREST of the
other and their cosine is at least LEAST_COSINE. Only cosines leave, no text.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from credcheck.support.folding import folded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

STEMS = 10_000
REACH = 3
DIMENSIONS = 250
SHIFT_POWER = 0.75
NEAREST = 20
LEAST_COSINE = 0.40
SEED = 20261101
SENSES = 3
# A rarer stem adds size and next to no matches.
LEAST_TIMES = 100
SYNONYM, HYPERNYM = 0.60, 0.50
# Words that careless machines put in for one another, by how often they are listed so.
SWAPS = Path(__file__).with_name("common_swaps.tsv")
SWAPPED = (0.60, 0.75, 0.85)
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def stems(paths: list[Path], step: int) -> Iterator[list[str]]:
    """The content stems of every `step`-th article."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % step == 0:
                    found = (folded(word) for word in WORD.findall(json.loads(line)["text"]))
                    yield [stem for stem in found if stem]


def counted(texts: list[list[str]], total: Counter[str]) -> tuple[list[str], Matrix]:
    """The commonest stems, and how often each stands near each, nearer ones counting more."""
    names = [s for s, _ in sorted(total.items(), key=lambda i: (-i[1], i[0]))[:STEMS]]
    number = {stem: place for place, stem in enumerate(names)}
    matrix = np.zeros((STEMS, STEMS), np.float32)
    for start in range(0, len(texts), 500):
        ids = np.array(
            [number.get(s, -1) for text in texts[start : start + 500] for s in (*text, "")],
            np.int64,
        )
        for reach in range(1, REACH + 1):
            left, right = ids[:-reach], ids[reach:]
            known = (left >= 0) & (right >= 0)
            keys, times = np.unique(left[known] * STEMS + right[known], return_counts=True)
            matrix.reshape(-1)[keys] += times * ((REACH + 1 - reach) / REACH)
    return names, matrix + matrix.T


def vectors(matrix: Matrix) -> Matrix:
    """A unit vector a stem."""
    rows = matrix.sum(axis=1, keepdims=True)
    columns = matrix.sum(axis=0, keepdims=True) ** SHIFT_POWER
    matrix *= columns.sum()
    matrix /= np.maximum(rows, 1)
    matrix /= np.maximum(columns, 1)
    np.log(np.maximum(matrix, 1.0), out=matrix)
    generator = np.random.default_rng(SEED)
    base = generator.standard_normal((STEMS, DIMENSIONS + 20), np.float32)
    for _ in range(4):
        base, _ = np.linalg.qr(matrix @ (matrix.T @ base))
    left, values, _ = np.linalg.svd(base.T @ matrix, full_matrices=False)
    found = (base @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    units: Matrix = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return units


def related(names: list[str], units: Matrix) -> Iterator[tuple[str, str, float]]:
    """Pairs that are among each other's nearest, with their cosine."""
    near: dict[int, dict[int, float]] = {}
    for start in range(0, len(names), 1000):
        cosines = units[start : start + 1000] @ units.T
        for row, values in enumerate(cosines):
            values[start + row] = -1
            best = np.argsort(-values, kind="stable")[:NEAREST]
            near[start + row] = {int(b): float(values[b]) for b in best}
    for one, others in near.items():
        for two, cosine in others.items():
            if one < two and one in near[two] and cosine >= LEAST_COSINE:
                yield names[one], names[two], cosine


def synonyms(folder: Path) -> Iterator[tuple[str, str, float]]:
    """Pairs of stems that WordNet relates."""
    for part in ("noun", "verb"):
        words, hypernyms = _synsets(folder / f"data.{part}")
        first = _first_senses(folder / f"index.{part}")
        members = {
            key: [w for w in found if key in first.get(w, ())] for key, found in words.items()
        }
        for key, found in members.items():
            yield from _paired(found, found, SYNONYM)
            if part == "noun":
                for above in hypernyms[key]:
                    yield from _paired(found, members.get(above, []), HYPERNYM)


def swapped(path: Path) -> Iterator[tuple[str, str, float]]:
    """Pairs of stems of words that are put in for one another; columns as in `common_swaps.tsv`."""
    times: Counter[tuple[str, str]] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        original, part, *columns = line.split("\t") if line[0] != "#" else ("", "pos")
        if part == "pos":
            continue
        words = [word for column in columns for word in column.split("|")]
        pairs = _paired([original], [word for word in words if word and " " not in word], 0.0)
        times.update((one, two) for one, two, _ in pairs if " " not in original)
    for (one, two), count in times.items():
        yield one, two, SWAPPED[min(count, len(SWAPPED)) - 1]


def _paired(left: list[str], right: list[str], strength: float) -> Iterator[tuple[str, str, float]]:
    for one in left:
        for two in right:
            pair = sorted((folded(one), folded(two)))
            if pair[0] and pair[0] != pair[1]:
                yield pair[0], pair[1], strength


def _synsets(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Single words of each synset, and its direct hypernyms, by offset."""
    words: dict[str, list[str]] = {}
    hypernyms: dict[str, list[str]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if line[0] != " ":
            parts = line.split(" | ")[0].split()
            many = int(parts[3], 16)
            names = (parts[4 + 2 * n].split("(")[0] for n in range(many))
            words[parts[0]] = [n for n in names if n.isalpha() and n.islower()]
            rest = parts[5 + 2 * many :]
            hypernyms[parts[0]] = [rest[n + 1] for n in range(len(rest) - 1) if rest[n] == "@"]
    return words, hypernyms


def _first_senses(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if line[0] != " ":
            parts = line.split()
            offsets = [p for p in parts[4:] if len(p) == 8 and p.isdigit()]
            found[parts[0]] = set(offsets[:SENSES])
    return found


def lines(strength: Mapping[tuple[str, str], float]) -> Iterator[str]:
    """A line a stem, in order: the stem, then each relative with its strength."""
    kin: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), cosine in strength.items():
        kin[one][two] = kin[two][one] = cosine
    for stem in sorted(kin, key=str.encode):
        pairs = (f"\t{other} {cosine:.2f}" for other, cosine in sorted(kin[stem].items()))
        yield f"{stem}{''.join(pairs)}\n"


HEADER = """\
# Stems and those that stand in the same company in news English, with the cosine of their vectors.
# Source: computed by tools/build_related_stems.py from co-occurrence counts over {articles} news
# articles, WordNet 3.0 (synonyms .60, direct hypernyms .50 at least; WordNet 3.0 Copyright 2006 by
# Princeton University, WordNet licence), and tools/common_swaps.tsv (.60 to .85). Date: 2026-11.
"""


def _all_pairs(names: list[str], matrix: Matrix, wordnet: Path) -> Iterator[tuple[str, str, float]]:
    yield from related(names, vectors(matrix))
    yield from synonyms(wordnet)
    yield from swapped(SWAPS)


def main() -> None:
    """Read the inputs, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--step", type=int, default=1)
    arguments = parser.parse_args()
    texts = list(stems(arguments.inputs, arguments.step))
    total = Counter(stem for text in texts for stem in text)
    names, matrix = counted(texts, total)
    known = {stem for stem, times in total.items() if times >= LEAST_TIMES}
    strength: dict[tuple[str, str], float] = {}
    for one, two, cosine in _all_pairs(names, matrix, arguments.wordnet):
        pair = min(one, two), max(one, two)
        if known.issuperset(pair):
            strength[pair] = max(cosine, strength.get(pair, 0.0))
    header = HEADER.format(articles=f"{len(texts):,}")
    arguments.output.write_text(header + "".join(lines(strength)), encoding="utf-8")


if __name__ == "__main__":
    main()
