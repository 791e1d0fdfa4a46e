"""
How well are spun texts found, and how often is good English taken for one?

    python benchmarks/accuracy/spun.py DATA_FOLDER [--sample N] [--encoder]

The folder holds, each optional:

* `spun/*_gold.json`: {"file": name, "spans": [{start, end, accept, grade}]}, texts beside it, in
  `seeds/`, or in `seeds/` next to the folder; one text at each threshold, several summed up by name
  (benchmarks/accuracy/spun_trial holds those that were written for this);
* `spun/*.jsonl`: spun texts, one record with "text" a line;
* `spun/*.tsv.gz`: a table word -> original:bits|...; bit 1 marks pairs that are in no source of the
  package: clean articles are spun with them;
* `clean/*.jsonl.xz`: articles ("source") or pieces in other registers ("register"). Of files named
  `train*` the records that the models were built without are taken.

With `--encoder` what is not clean is read by the contextual encoder too (extra `context`). Prints
counts beside every rate.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from credcheck.detect import detect
from credcheck.language.characters import fold
from credcheck.language.encoder import Encoder, encoder
from credcheck.language.spun import SpunReading, Substitution, find_substitutions
from credcheck.language.words import word_log_probability
from credcheck.lexicons import rows
from credcheck.lexicons.phrases import Lexicon, shipped
from credcheck.lexicons.phrases import fold as phrase_words
from credcheck.rules.spun import _reading
from credcheck.settings import Settings
from credcheck.types import Document, Source
from tools.build_language import KEPT_ASIDE_NEWS, KEPT_ASIDE_REGIONAL
from tools.build_tagger import MASC, MASC_TRAIN, ONE_LEFT_OUT_IN

# Manners of spinning are told apart by the last letter of a name.
MANNERS = "ABCDEFGHI"
# Natural log odds at which findings are counted.
ODDS = (0.4, 0.7, 1.0, 1.4, 1.8, 2.4)
# Every so manieth record of a training file was kept out of the models, the tagger included.
ASIDE = {
    "train.jsonl.xz": KEPT_ASIDE_NEWS * ONE_LEFT_OUT_IN,
    "train_regional.jsonl.xz": KEPT_ASIDE_REGIONAL * ONE_LEFT_OUT_IN,
}
# Registers that the n-grams were counted in.
COUNTED_REGISTERS = ("medical leaflet", "address")
LENGTHS = ((60, 120), (150, 300))
RATES = (0.04, 0.15, 0.3, 0.6)
WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Gold:
    """A spun stretch of a text and what may stand there instead."""

    start: int
    end: int
    accept: tuple[str, ...]
    is_hard: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """A stretch that a rule reports, and its repair."""

    start: int
    end: int
    repair: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts at one threshold."""

    reported: int
    right: int
    repaired: int
    found: int
    gold: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    def line(self) -> str:
        precision = self.right / max(self.reported, 1)
        recall = self.found / max(self.gold, 1)
        repaired = self.repaired / max(self.right, 1)
        return (
            f"P {precision:.2f} ({self.right}/{self.reported})  "
            f"R {recall:.2f} ({self.found}/{self.gold})  "
            f"repair {repaired:.2f} ({self.repaired}/{self.right})"
        )


NOTHING = Tally(0, 0, 0, 0, 0)
# The encoder, if it is to be asked.
ASKED: Encoder | None = None


def read(text: str) -> SpunReading:
    """The reading of a text, in the way that was asked for."""
    return find_substitutions(text, encoder=ASKED)


def plain(text: str) -> str:
    return "".join(map(fold, text)).replace(" - ", "-")


def is_repaired(text: str, found: Substitution | Reported, overlapping: list[Gold]) -> bool:
    """True if the repair, put into the text, reads like an accepted text of the gold spans."""
    low = min(found.start, overlapping[0].start)
    high = max(found.end, overlapping[-1].end)
    mine = plain(text[low : found.start] + found.repair + text[found.end : high])
    wanted, place = [""], low
    for gold in overlapping:
        before = text[place : gold.start]
        wanted = [begun + before + accepted for begun in wanted for accepted in gold.accept]
        place = gold.end
    return any(plain(begun + text[place:high]) == mine for begun in wanted)


def tally(text: str, found: Iterable[Substitution | Reported], gold: list[Gold]) -> Tally:
    """Count findings that overlap a gold span, and hard gold spans that are overlapped."""
    reported = right = repaired = 0
    hit: set[int] = set()
    for one in found:
        reported += 1
        places = [k for k, g in enumerate(gold) if g.start < one.end and one.start < g.end]
        if places:
            right += 1
            hit.update(places)
            repaired += is_repaired(text, one, [gold[k] for k in places])
    hard = {k for k, g in enumerate(gold) if g.is_hard}
    return Tally(reported, right, repaired, len(hit & hard), len(hard))


def above(reading: SpunReading, odds: float) -> list[Substitution]:
    """Substitutions with at least these odds; a text that reads as clean has none."""
    if reading.verdict == "clean":
        return []
    return [one for one in reading.substitutions if one.log_odds >= odds]


def reported(text: str) -> list[Reported]:
    """What the rules report in a text, each stretch once, lists of phrases included."""
    settings = Settings(encoder=ASKED is not None)
    findings, _ = detect(Document("text", Source("text"), text, text), settings)
    edits = [f.fix.edits[-1] for f in findings if f.fix and f.rule.startswith("SPN")]
    spans = {edit.span: edit.text or "" for edit in edits}
    return [Reported(span.start, span.end, repair) for span, repair in sorted(spans.items())]


@contextmanager
def without_seen_entries() -> Iterator[None]:
    """Lists of phrases without the entries that the development article has."""

    def kept(name: str) -> list[tuple[str, ...]]:
        return [row for row in rows(name) if row[-1] != "yes"]

    def shipped_kept(name: str) -> Lexicon:
        whole = shipped(name)
        words = {phrase_words(row[0]) for row in kept(name)}
        entries = tuple(entry for entry in whole.entries if entry.words in words)
        return Lexicon(whole.name, whole.version, "", entries)

    _forget()
    with patch.object(_reading, "rows", kept), patch.object(_reading, "shipped", shipped_kept):
        yield
    _forget()


def _forget() -> None:
    _reading._read.cache_clear()
    _reading._listed.cache_clear()


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file; of training files, those that the models do not know."""
    step = ASIDE.get(path.name, 1)
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as lines:
        for number, line in enumerate(lines):
            record = json.loads(line) if number % step == 0 else None
            if record is not None and not is_seen(record):
                yield record


def is_seen(record: dict[str, Any]) -> bool:
    """True for texts of registers that the models learned on."""
    origin = str(record.get("source", ""))
    if origin.startswith(MASC):
        return record.get("register") in MASC_TRAIN
    return record.get("register") in COUNTED_REGISTERS


def cut(text: str, shortest: int, longest: int, rng: random.Random) -> str | None:
    """Return a random stretch of so many words, or None if the text is too short."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    size = rng.randint(shortest, longest)
    if len(words) < size:
        return None
    first = rng.randrange(len(words) - size + 1)
    return text[words[first][0] : words[first + size - 1][1]]


def measure_gold(path: Path, folder: Path) -> None:
    """Verdict and findings of one text whose swaps are known, at each threshold and as reported."""
    text, gold = gold_of(path, folder)
    reading = read(text)
    print(f"\n{path.name}: {reading.verdict}, score {reading.score}, {reading.words} words")
    for odds in ODDS:
        print(f"  odds {odds}: {tally(text, above(reading, odds), gold).line()}")
    print(f"  as reported, with lists of phrases: {tally(text, reported(text), gold).line()}")
    with without_seen_entries():
        without = tally(text, reported(text), gold)
    print(f"  as reported, without entries seen in the article: {without.line()}")


def gold_of(path: Path, folder: Path) -> tuple[str, list[Gold]]:
    """The text that a file of gold spans is about, and the spans in order."""
    record = json.loads(path.read_text(encoding="utf-8"))
    gold = (
        Gold(s["start"], s["end"], tuple(dict.fromkeys(s["accept"])), s["grade"] == "hard")
        for s in record["spans"]
    )
    return text_of(record["file"], folder), sorted(gold, key=lambda g: g.start)


def measure_sets(paths: list[Path], folder: Path) -> None:
    """The same of texts whose names are alike but for the last letter or two."""
    sets: defaultdict[str, list[tuple[str, list[Gold]]]] = defaultdict(list)
    for path in paths:
        name = path.name.removesuffix("_gold.json")
        for kind in {name.rstrip("0123456789"), name.rstrip("0123456789").rstrip(MANNERS)}:
            sets[kind].append(gold_of(path, folder))
    for kind, texts in sorted(sets.items()):
        verdicts = Counter(read(text).verdict for text, _ in texts)
        total = sum((tally(text, reported(text), gold) for text, gold in texts), NOTHING)
        print(f"\n{kind}: {dict(verdicts)}, as reported {total.line()}")
        readings = [(text, read(text), gold) for text, gold in texts]
        for odds in ODDS:
            found = (tally(text, above(reading, odds), gold) for text, reading, gold in readings)
            print(f"  odds {odds}: {sum(found, NOTHING).line()}")
        with without_seen_entries():
            rest = (tally(text, reported(text), gold) for text, gold in texts)
            print(f"  without entries seen: {sum(rest, NOTHING).line()}")


def text_of(name: str, folder: Path) -> str:
    for place in (
        folder,
        folder / "spun",
        folder / "seeds",
        folder.parent,
        folder.parent / "seeds",
    ):
        for candidate in (place / name, place / Path(name).name):
            if candidate.is_file():
                return candidate.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def measure_spun(path: Path) -> None:
    print(f"\n{path.name}: spun texts")
    for record in records(path):
        reading = read(record["text"])
        name = record.get("id", "")
        print(f"  {name}: {reading.verdict}, score {reading.score}, {reading.words} words")


def measure_clean(path: Path, sample: int) -> None:
    """Verdicts and false alarms of whole texts, and of pieces of two lengths, by kind."""
    verdicts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    alarms = words = 0
    rng = random.Random(1)
    chosen = list(records(path))
    for record in chosen[:: max(1, len(chosen) // sample)]:
        kind = record.get("register") or str(record["source"]).split(" ")[0]
        whole = [("whole", record["text"])] if "register" not in record else []
        pieces = [(f"{a}-{b}", cut(record["text"], a, b, rng)) for a, b in LENGTHS]
        for length, text in (*whole, *pieces):
            if text is None:
                continue
            reading = read(text)
            for group in (kind, "all"):
                verdicts[length, group][reading.verdict] += 1
            scores[length].append(reading.score)
            if length == "whole" or "register" in record:
                words += reading.words
                alarms += len(_reading.strong(reading, text))
    print(f"\n{path.name}: clean")
    for (length, kind), counts in sorted(verdicts.items()):
        total = sum(counts.values())
        if kind == "all" or counts["suspect"] + counts["spun"]:
            rate = {name: round(1000 * counts[name] / total, 1) for name in ("suspect", "spun")}
            print(f"  {length} words, {kind}: {dict(counts)} of {total}; per 1,000: {rate}")
    for length, every in sorted(scores.items()):
        print(f"  {length} words, highest scores: {sorted(every)[-3:]} of {len(every)}")
    false_alarms = 1e4 * alarms / max(words, 1)
    print(f"  phrases reported per 10,000 words: {false_alarms:.2f} ({alarms} in {words} words)")


def foreign_table(path: Path) -> dict[str, tuple[list[str], list[float]]]:
    """Return original -> (spun words, weights) of the pairs with bit 1."""
    table: dict[str, tuple[list[str], list[float]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            spun, listed = line.rstrip("\n").split("\t")
            frequency = word_log_probability(spun)
            if not WORD.fullmatch(spun) or frequency < -7 or len(spun) < 3:
                continue
            for entry in listed.split("|"):
                original, bits = entry.rsplit(":", 1)
                if int(bits) & 1 and WORD.fullmatch(original) and len(original) > 3:
                    words, weights = table.setdefault(original, ([], []))
                    words.append(spun)
                    weights.append(10 ** (0.5 * frequency))
    return table


def spin(
    text: str, table: dict[str, tuple[list[str], list[float]]], rate: float, rng: random.Random
) -> tuple[str, list[Gold]]:
    """Swap `rate` of the words that the table holds."""
    parts, gold, place, length = [], [], 0, 0
    habits: dict[str, str] = {}
    for match in WORD.finditer(text):
        word = match.group()
        offers = table.get(word.lower())
        if offers is None or rng.random() >= rate:
            continue
        if word.lower() not in habits or rng.random() > 0.7:
            habits[word.lower()] = rng.choices(*offers)[0]
        spun = habits[word.lower()]
        spun = spun.capitalize() if word[0].isupper() else spun
        before = text[place : match.start()]
        length += len(before)
        parts += [before, spun]
        gold.append(Gold(length, length + len(spun), (word,), True))
        length += len(spun)
        place = match.end()
    return "".join([*parts, text[place:]]), gold


def measure_foreign(table_path: Path, clean_path: Path, sample: int) -> None:
    """Spin unseen articles with a table that the package lacks."""
    table = foreign_table(table_path)
    texts = [record["text"] for record in records(clean_path)]
    texts = texts[:: max(1, len(texts) // sample)]
    print(f"\n{clean_path.name} spun with {table_path.name}, {len(texts)} articles a rate")
    clean = [read(text).score for text in texts]
    for rate in RATES:
        rng = random.Random(2)
        verdicts: Counter[str] = Counter()
        totals, told = dict.fromkeys(ODDS, NOTHING), NOTHING
        scores, share = [], []
        for text in texts:
            spun, gold = spin(text, table, rate, rng)
            reading = read(spun)
            verdicts[reading.verdict] += 1
            scores.append(reading.score)
            share.append(len(gold) / max(reading.words, 1))
            for odds in ODDS:
                totals[odds] += tally(spun, above(reading, odds), gold)
            told += tally(spun, _reading.strong(reading, spun), gold)
        auc = sum((s > c) + 0.5 * (s == c) for s in scores for c in clean)
        auc /= len(scores) * len(clean)
        swapped = sum(share) / len(share)
        print(f" {swapped:.3f} of the words swapped: {dict(verdicts)}, document AUC {auc:.3f}")
        for odds in ODDS:
            print(f"  odds {odds}: {totals[odds].line()}")
        print(f"  as reported, without lists: {told.line()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=300, help="texts of each kind")
    parser.add_argument("--encoder", action="store_true", help="ask the contextual encoder too")
    options = parser.parse_args()
    if options.encoder:
        global ASKED  # noqa: PLW0603
        ASKED = encoder()
    folder: Path = options.folder
    golden = sorted(folder.glob("spun/*_gold.json"))
    if len(golden) == 1:
        measure_gold(golden[0], folder)
    else:
        measure_sets(golden, folder)
    for path in sorted(folder.glob("spun/*.jsonl")):
        measure_spun(path)
    clean = sorted(folder.glob("clean/*.jsonl.xz"))
    for path in clean:
        measure_clean(path, options.sample)
    for table in sorted(folder.glob("spun/*.tsv.gz")):
        for path in clean:
            if path.name not in ASIDE and "register" not in path.name:
                measure_foreign(table, path, options.sample // 6)


if __name__ == "__main__":
    main()
