"""What the rules about spun text share: one reading a document, and repairs as edits."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice

from credcheck.language.encoder import encoder
from credcheck.language.repair import article_before, without_doubling
from credcheck.language.spun import SpunReading, Substitution, find_substitutions
from credcheck.language.words import word_log_probability
from credcheck.lexicons import rows
from credcheck.lexicons.phrases import Entry, fold, load, search, shipped
from credcheck.rules.spun.spun_count import counts
from credcheck.types import Edit, Evidence, Match, Prose, Span

# Natural log odds from which a substitution is reported in a spun text; one that is merely suspect
# or too short to be sure of needs the second, since it holds fewer swaps and more rare words. At
# the first .86 are right in 26 held-out texts, .87 in 73 that were in view; of what is told where
# another table swapped .08 of the words .78 were right with a second bar of 2.4, .79 with 3.0.
ODDS_MIN = 1.0
SUSPECT_MIN = 3.0
# The same inside a name, where the model prefers the names that are oftener in the news.
NAME_MIN = 1.5
# A word of a name that news writes more rarely than this (log10 of its share) is a surname or a
# place that happens to stand in a dictionary.
NAME_FREQUENCY_MIN = -5.8
# The log-likelihood ratio a phrase of the package's list starts with, by its certainty; what is
# next to it in the text is added. Half and one and a half times as much were worse or no better.
LISTED_RATIOS = {"high": 3.24, "medium": 2.0, "low": 0.7}
# Share of the evidence from which another wording is worth naming.
SHARE_SHOWN_MIN = 0.02
# Marks of a quotation up to 1,500 characters long; a longer one is an unclosed mark.
QUOTATION = re.compile(r"“([^“”]{8,1500})”|(?<![\w\"])\"([^\"]{8,1500})\"(?![\w\"])")
# A capitalised word right before, other than one that names a country or a role before a name.
NAME_BEFORE = re.compile(
    r"(?<![.!?] )(?<!^)\b(?!The |A |In |On |At |For |To |From )[A-Z][a-z]{2,} $"
)


# The word before on the same line with no stop between, and the word after.
WORD_BEFORE = re.compile(r"([^\W\d_]+)[’']?s?,? [\"“‘']?\Z")
WORD_AFTER = re.compile(r"[’']?s? ([^\W\d_]+)")
NUMBER_WORDS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "thousand"),
        *("million", "billion"),
    )
)
DATE_AFTER = re.compile(r" \d{1,2}\b(?!\.\d)")


def reading(prose: Prose) -> SpunReading:
    """The reading of the article, furniture blanked out so that offsets hold."""
    settings = prose.settings
    asked = tuple(settings.allow), tuple(settings.lexicons), settings.encoder
    return _read(_article(prose), *asked)


def quotations(text: str) -> list[Span]:
    """What stands in quotation marks, without the marks."""
    return [Span(*m.span(m.lastindex or 0)) for m in QUOTATION.finditer(text)]


def is_inside(spans: list[Span], span: Span) -> bool:
    """True if one of the sorted, disjoint `spans` holds `span`."""
    place = bisect_right(spans, span.start, key=lambda s: s.start) - 1
    return place >= 0 and spans[place].contains(span)


def match(text: str, found: Substitution) -> Match:
    """A substitution of `text` as a match, with what else was considered as evidence."""
    span = Span(found.start, found.end)
    return Match(
        span,
        words=(found.text, found.repair),
        edits=restoring(text, span, found.repair),
        score=score(found.log_odds),
        evidence=evidence(found),
    )


def restoring(text: str, span: Span, repair: str) -> tuple[Edit, ...]:
    """The repair of `span` as edits: the words, and the article before them where it changes."""
    repair = without_doubling(text, span.start, span.end, repair)
    article = article_before(text, span.start, repair)
    before = (Edit(Span(*article[:2]), article[2]),) if article else ()
    return (*before, Edit(span, repair))


def score(log_odds: float) -> float:
    """Natural log odds as a share of belief, 0..1."""
    return round(1.0 / (1.0 + math.exp(-log_odds)), 3)


def evidence(found: Substitution) -> tuple[Evidence, ...]:
    """How much likelier the repair is, what else was weighed, and how often it recurs."""
    likelier = f"'{found.repair}' is likelier here by a log-ratio of "
    detail = f"{likelier}{found.log_likelihood_ratio:.1f}"
    weighed = ((w, s) for w, s in found.alternatives if w != found.repair and s >= SHARE_SHOWN_MIN)
    others = [f"'{words}' ({share:.0%})" for words, share in islice(weighed, 3)]
    if others:
        detail += f"; also weighed: {', '.join(others)}"
    if found.occurrences > 1:
        detail += f"; {found.occurrences} times in this file"
    return (Evidence("language-model", "norm", detail),)


def _article(prose: Prose) -> str:
    pieces: list[str] = []
    position = 0
    for span in prose.furniture:
        pieces += (prose.text[position : span.start], " " * (len(span) - 1), "\n"[: len(span)])
        position = span.end
    return "".join((*pieces, prose.text[position:]))


@lru_cache(maxsize=2)
def _read(
    text: str, allow: tuple[str, ...], lexicons: tuple[str, ...], is_encoder_asked: bool
) -> SpunReading:
    extra = {" ".join(e.words): e.intended for path in lexicons for e in load(path).entries}
    allowed = frozenset(" ".join(fold(phrase)) for phrase in allow)
    return find_substitutions(
        text,
        extra_lexicon=extra,
        allow=allowed,
        listed=_listed(),
        is_named_if_clean=False,
        encoder=encoder() if is_encoder_asked else None,
    )


@cache
def _listed() -> tuple[tuple[Mapping[str, tuple[str, ...]], float], ...]:
    """The package's list of what spinners write, by how rare each wording is in clean news."""
    lists: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in LISTED_RATIOS}
    for spun, intended, certainty, *_ in rows("spun_phrases")[1:]:
        held = lists[certainty].get(spun, ())
        lists[certainty][spun] = (*held, *(i for i in intended.split("|") if i not in held))
    return tuple((lists[name], ratio) for name, ratio in LISTED_RATIOS.items())


def strong(found: SpunReading, text: str) -> tuple[Substitution, ...]:
    """The substitutions that are strong enough for what is known of their file, lone names out."""
    if found.verdict == "clean":
        return ()
    is_sure = found.verdict == "spun" and not found.too_short
    least = ODDS_MIN if is_sure else SUSPECT_MIN
    return tuple(
        s
        for s in found.substitutions
        if s.log_odds >= (max(NAME_MIN, least) if is_in_name(text, s.start, s.end) else least)
        and not is_other_acronym(s)
        and not is_other_number(s)
        and not is_lone_name(text, s.start, s.end)
        and not is_rare_name(text, s)
    )


def is_lone_name(text: str, start: int, end: int) -> bool:
    """
    True for one capitalised word with no capitalised word beside it, a month apart.

    Such a word is a name. Machines swap names too, yet what a name was cannot be told from the
    words round it: a model that knows news would write every minister's name for any other's. At
    the start of a sentence it is one if the text has it inside a sentence too, and never small.
    """
    word = text[start:end]
    if not word.isalpha() or not word[0].isupper():
        return False
    before, after = WORD_BEFORE.search(text, max(0, start - 40), start), WORD_AFTER.match(text, end)
    if (after and after[1][0].isupper()) or DATE_AFTER.match(text, end):
        return False
    return before[1][0].islower() if before else _is_name_elsewhere(text, word)


def is_rare_name(text: str, found: Substitution) -> bool:
    """True for a word of a name that is rare in news: "Paulo Reis" was no other before."""
    if not is_in_name(text, found.start, found.end):
        return False
    return word_log_probability(found.text.lower()) < NAME_FREQUENCY_MIN


def is_other_number(found: Substitution) -> bool:
    """True for a number word that would become another: only a source can tell a figure."""
    return found.text.lower() in NUMBER_WORDS and found.repair.lower() in NUMBER_WORDS


def is_other_acronym(found: Substitution) -> bool:
    """True for an acronym that would become another one: names again, and not to be guessed."""
    return found.text.isupper() and found.repair.isupper() and len(found.text) > 1


def is_in_name(text: str, start: int, end: int) -> bool:
    """True for a capitalised word inside a sentence: part of a name, or a name."""
    before = WORD_BEFORE.search(text, max(0, start - 40), start)
    return text[start].isupper() and bool(before) and text[start:end].isalpha()


def _is_name_elsewhere(text: str, word: str) -> bool:
    """True if the text has the word with a capital after a small word, and never without one."""
    inside = re.search(rf"[a-z,] {word}\b", text)
    return bool(inside) and not re.search(rf"\b{word.lower()}\b", text)


def known(prose: Prose) -> list[tuple[Span, Entry]]:
    """The phrases of the shipped list that are certain by themselves, in order of place."""
    allowed = {fold(phrase) for phrase in prose.settings.allow}
    spans = ((Span(a, b), e) for a, b, e in search(shipped("spun_certain"), prose.text))
    return [
        (span, entry)
        for span, entry in spans
        if entry.words not in allowed
        and not prose.is_furniture(span)
        and _is_name_as_expected(prose.text, span, entry)
    ]


def _is_name_as_expected(text: str, span: Span, entry: Entry) -> bool:
    """A spun name is written like one, and is no part of a longer name ("Yusuf Center East")."""
    if not any(word[0].isupper() for word in entry.intended[0].split()):
        return True
    written = span.of(text)
    return written[:1].isupper() and not NAME_BEFORE.search(
        text[max(0, span.start - 30) : span.start]
    )


def known_spans(prose: Prose) -> list[Span]:
    """Where those phrases stand."""
    return [span for span, _ in known(prose)]


def reserved(prose: Prose) -> list[Span]:
    """Stretches that rules of their own report: quotations, counts, phrases that are certain."""
    machine_made = (span for span, _ in counts(prose.text))
    return sorted([*quotations(prose.text), *known_spans(prose), *machine_made])


def touches(spans: list[Span], span: Span) -> bool:
    """True if one of the sorted `spans` shares a character with `span`."""
    place = bisect_right(spans, span.end, key=lambda s: s.start)
    return any(other.overlaps(span) for other in spans[max(0, place - 3) : place])


def cased(repair: str, written: str) -> str:
    """The repair with the capitals of what was written."""
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return repair.upper()
    words = written.split()
    if len(words) > 1 and all(w[0].isupper() for w in words if w[0].isalpha() and len(w) > 3):
        small = {"of", "the", "and", "for", "in", "on"}
        return " ".join(w if w in small else w[:1].upper() + w[1:] for w in repair.split())
    return repair[:1].upper() + repair[1:] if written[:1].isupper() else repair
