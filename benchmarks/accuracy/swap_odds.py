"""
How well do the signs of a span tell swaps apart where spinning is of a manner they do not know?

    python benchmarks/accuracy/swap_odds.py CANDIDATES.tsv.gz NEWS.jsonl.xz \\
        --regional REGIONAL.jsonl.xz --registers REGISTERS.jsonl.xz --trial TRIAL

Fits the step functions of credcheck/lexicons/swap_signs.tsv as tools/build_swap_signs.py does (the
arguments are its), each time without one manner of the texts spun by hand, and once for each series
of texts without the whole series, which another writer made. Prints the highest recall of spans at
which .85 of them are right, without and with the encoder. Verdicts, repeats, lists and the rules
about names are left aside. Needs lightgbm and the encoder (extra `context`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from credcheck.language.swap_signs import ASKED_SIGNS, SIGNS, Table, table_of
from tools.build_swap_signs import Kind, Seen, kinds_of, options_of, stumps

PRECISION = 0.85
SERIES = ("first", "second", "third", "fifth")


def fitted(kinds: Iterable[Kind], signs: tuple[str, ...]) -> Table:
    steps = stumps(kinds, signs)
    return table_of([(sign, above, odds) for (sign, above), odds in steps.items()], signs)


def recall(texts: Sequence[Seen], table: Table) -> float:
    """Return the highest recall at which so many of the spans are right."""
    found: list[tuple[float, list[tuple[int, int]]]] = []
    for number, text in enumerate(texts):
        odds = table.log_odds(text.signs[:, : len(table.added)]).tolist()
        found += [(odds[k], [(number, hit) for hit in text.hits[k]]) for k in kept(text, odds)]
    found.sort(key=lambda pair: -pair[0])
    told: set[tuple[int, int]] = set()
    right, best = 0, 0
    for reported, (_, hits) in enumerate(found, 1):
        right += bool(hits)
        told.update(hits)
        if right >= PRECISION * reported:
            best = len(told)
    return best / max(1, sum(text.swaps for text in texts))


def kept(text: Seen, odds: Sequence[float]) -> list[int]:
    """Of spans that overlap, the likeliest."""
    taken: set[int] = set()
    chosen = []
    for k in sorted(range(len(odds)), key=lambda k: -odds[k]):
        tokens = range(*text.places[k])
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(k)
    return chosen


def without(
    manners: Mapping[str, Kind],
    machines: Sequence[Kind],
    signs: tuple[str, ...],
    is_left_out: Callable[[str], bool],
) -> float:
    """Return the recall on heavily spun texts that are left out of the fit."""
    rest = [kind for name, kind in manners.items() if not is_left_out(name)]
    table = fitted([*rest, *machines], signs)
    out = [kind for name, kind in manners.items() if is_left_out(name) and "heavy" in name]
    return recall([text for kind in out for text in kind.texts], table)


def main() -> None:
    manners, machines = kinds_of(options_of())
    for title, signs in (("without", SIGNS), ("with", (*SIGNS, *ASKED_SIGNS))):
        print(f"{title} the encoder")
        for name in manners:
            if "heavy" in name:
                print(f"  {name}: {without(manners, machines, signs, name.__eq__):.2f}")
        for name in SERIES:
            found = without(manners, machines, signs, lambda manner, of=name: manner.startswith(of))
            print(f"  all of the {name} series: {found:.2f}")


if __name__ == "__main__":
    main()
