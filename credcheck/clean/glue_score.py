"""
How much more likely is it that a run of letters lost its spaces than that it is a word?

Three logistic regressions: for runs of two words, for those whose second word has a capital, and
for longer ones, since two words written together are often a compound and two capitals a brand. The
first two weigh what a trigram model says of the words, and of an unknown word, between the words on
either side, and whether the text says the words apart. Fitted on 600 articles of one development
set and 500 of another with random pairs of words glued; as clean text on the runs of 6,100 articles
that the language model does not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase

from credcheck.clean.pieces import is_said
from credcheck.clean.segmentation import Cut, pair_cost, word_costs
from credcheck.clean.unknown_words import dictionary_words, known_words, neighbours
from credcheck.lexicons import entries, rows
from credcheck.types import Span

# A score is a logit. From these on a run is glued: see benchmarks/accuracy/mended.md.
TWO_WORDS_FROM = 1.75
GRAMMAR_WORD_FROM = 0.2
CAPITALS_FROM = 1.2
AFTER_A_WORD_FROM = 0.0
MORE_WORDS_FROM = 2.5
# A run that stands in the text again is the likelier a word.
_PRICE_OF_REPEATING = 2.5
_MOST_REPEATED = 3
# Log10: how much better the words must fit than the known word they make ("a way", "away").
APART_FROM = 3.2
# A logit: how likely two words must be to be put in the place of a word that news hardly knows.
OUT_OF_RARE_FROM = 4.0
_BUILT_ON = frozenset(("here", "there", "where", "in", "into"))
# Log10: how much better a word with one letter more, less or moved fits than the two words do. Of
# 535 glued pairs one is lost; six of seven misprints taken for pairs in 3,600 texts are not.
SLIP_FROM = 0.3
_MOST_OF_MISPRINT = 3
# Endings with which English makes words that no dictionary lists ("isolationistic", "airtimes").
_ENDINGS = (
    *("istic", "ical", "ically", "ness", "ism", "isms", "ist", "ists", "esque", "ic"),
    *(
        "s",
        "es",
        "ed",
        "ing",
        "er",
        "ers",
        "ly",
        "ization",
        "isation",
        "ize",
        "ise",
        "ized",
        "ised",
        "izing",
        "ising",
    ),
)
_SHORTEST_BASE = 6

# Log10, of two names: P(right | left), how much likelier that makes the right one, and how much
# commoner the two are than what they are when written together.
_NAME_PAIR_FROM = -1.3
_NAME_GAIN_FROM = 3.0
_NAME_OVER_RUN = 1.0
_SHORTEST_OF_NAME = 3

_NUMBERS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many")
)
_NUMBER_GAIN_FROM = 0.5

_UNKNOWN = -9.0
# The share of a word that the text itself says elsewhere.
_SAID = -5.0
# English makes words with these as freely as with endings.
_TAILS = frozenset(("like", "wide", "wise", "fold"))
# Log10: "look like" is no word made with "like".
_TAIL_GAIN_MAX = 1.0
_VERB_PREFIXES = frozenset(("over", "under", "out", "up", "off", "down", "back"))
# "micro electro mechanical": longer words are built of no more parts.
_MOST_PARTS = 4
_MOST_SEAMS_IN_CAPITALS = 3
_LONG_WORD = 4
# What the model sees of a place, characters and tokens.
_SIGHT_CHARACTERS = 60
_TOKENS_BEFORE = 3
_TOKENS_AFTER = 2
# Pieces of plain text and their tokens; others are left to the tokeniser.
_PLAIN = re.compile(r"(?!.*['’][A-Za-z]*['’])[A-Za-z \n,.;:!?()“”\"'’-]*", re.DOTALL)
_TOKEN = re.compile(r"\n[\n ]*|[a-z]+(?:['’](?!s(?![a-z]))[a-z]+)?|['’]s(?![a-z])|[^a-z ]")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a run stands, and the known words beside it in lower case; "" where there is none."""

    text: str
    span: Span
    before: str
    after: str

    @classmethod
    def of(cls, text: str, span: Span) -> Context:
        """The context of a span of `text`."""
        return cls(text, span, *neighbours(text, span))


@cache
def grammar_words() -> frozenset[str]:
    """Words that glue more often than they compound."""
    return frozenset(entries("grammar_words"))


@cache
def parts(kind: str) -> frozenset[str]:
    """Prefixes, particles or heads of English words."""
    return frozenset(part for found, part in rows("word_parts") if found == kind)


def is_glued(run: str, cut: Cut, context: Context, count: int = 1) -> bool:
    """True if the words of `cut` are more likely than the run, said `count` times, as a word."""
    if len(cut.words) == 1:
        return False
    if len(cut.words) == 2:
        price = _PRICE_OF_REPEATING * (min(count, _MOST_REPEATED) - 1)
        return not _is_built(cut.words) and _of_two(run, cut.words, context) > price
    if len(cut.words) <= _MOST_PARTS and cut.words[0].lower() in parts("prefix") - grammar_words():
        return False
    return _of_more(run, cut.words, context) > MORE_WORDS_FROM


def is_apart(words: tuple[str, ...], context: Context) -> bool:
    """True if two words fit far better than the known word that they make."""
    run = context.span.of(context.text)
    if run in word_costs():
        return _fit(words, context) - _fit((run,), context) > APART_FROM
    # A word of big dictionaries only: "incharge", not "therewith" or "overexploitation".
    is_built = _is_built(words) or words[0] in _BUILT_ON
    return not is_built and sum(_signs_of_two(run, words, context)) > OUT_OF_RARE_FROM


def is_misprint(run: str, words: tuple[str, ...], context: Context) -> bool:
    """True if a known word that is one slip of the keys away fits better than two words do."""
    if len(words) > _MOST_OF_MISPRINT or not run[1:].islower():
        return False
    # "a" may be left out almost everywhere.
    low = tuple(map(str.lower, words))
    rest = set(low[:-1]) if low[-1] == "a" else set(low) - grammar_words() if "a" in low else set()
    near = [word for word in sorted(_slips(run.lower()) - rest) if word in word_costs()]
    least = _fit(words, context) + SLIP_FROM
    return any(_fit((word,), context) > least for word in near)


def _slips(run: str) -> set[str]:
    """Every word from which one letter left out, put in or moved makes the run."""
    cuts = [(run[:place], run[place:]) for place in range(len(run) + 1)]
    shorter = {left + right[1:] for left, right in cuts if right}
    moved = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    longer = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return shorter | moved | longer


def is_derived(run: str) -> bool:
    """True for a known word with an ending ("isolationistic")."""
    lower = run.lower()
    bases = (lower.removesuffix(ending) for ending in _ENDINGS if lower.endswith(ending))
    return any(len(base) >= _SHORTEST_BASE and base in dictionary_words() for base in bases)


def _is_built(words: tuple[str, ...]) -> bool:
    """True for what English builds as it goes: "unbuttoned", "dreamlike"."""
    left, right = (word.lower() for word in words)
    if right in _TAILS and not left.endswith("s"):
        return _gain(left, right) < _TAIL_GAIN_MAX
    if right == "something" and left.endswith("ty"):
        return True
    prefixes = parts("prefix") - grammar_words() | _VERB_PREFIXES
    return left in prefixes and right not in grammar_words()


def _share(word: str) -> float:
    return word_costs().get(word, _UNKNOWN)


def _gain(left: str, right: str) -> float:
    """How much likelier (log10) `right` is for standing after `left`."""
    if not left or not right:
        return 0.0
    known = right in word_costs()
    return (pair_cost(left, right) if known else _UNKNOWN) - _share(right)


def _fit(words: tuple[str, ...], context: Context) -> float:
    """Log10 of the chance of `words`, and what follows, in the place of the run; () is unknown."""
    from credcheck.language.ngrams import language_model
    from credcheck.language.vocabulary import UNKNOWN
    from credcheck.language.words import word_number

    before, after = _beside(context.text, context.span)
    here = tuple(map(word_number, words)) or (UNKNOWN,)
    return language_model().log_probability((*before, *here, *after), len(before))


@lru_cache(maxsize=4)
def _beside(text: str, span: Span) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the tokens before and after a span."""
    from credcheck.language.vocabulary import PARAGRAPH

    left = text[max(0, span.start - _SIGHT_CHARACTERS) : span.start]
    right = text[span.end : span.end + _SIGHT_CHARACTERS]
    before, after = _numbers(left)[-_TOKENS_BEFORE:], _numbers(right)[:_TOKENS_AFTER]
    if span.start <= _SIGHT_CHARACTERS:
        before = [PARAGRAPH, *before][-_TOKENS_BEFORE:]
    return tuple(before), tuple(after)


def _numbers(piece: str) -> list[int]:
    """The numbers of the tokens of a piece of text."""
    from credcheck.language.ngrams import language_model
    from credcheck.language.vocabulary import PARAGRAPH
    from credcheck.language.words import word_number

    if _PLAIN.fullmatch(piece):
        tokens = _TOKEN.findall(piece.lower())
        return [PARAGRAPH if token[0] == "\n" else word_number(token) for token in tokens]
    ids: list[int] = language_model().vocabulary.tokens(piece).ids.tolist()
    return ids


def _capitals(run: str, words: tuple[str, ...]) -> tuple[int, int]:
    """Capitals inside the run that stand at a seam, and those that do not."""
    seams, place = set[int](), 0
    for word in words[:-1]:
        place += len(word)
        seams.add(place)
    inside = [place for place, letter in enumerate(run) if place and letter.isupper()]
    at_seams = sum(place in seams for place in inside)
    return min(at_seams, _MOST_SEAMS_IN_CAPITALS), len(inside) - at_seams


def _of_two(run: str, words: tuple[str, ...], context: Context) -> float:
    """How far two words are beyond the score from which they are glued; 1 for a name said apart."""
    if words[1][0].isupper() and not run.isupper():
        if " ".join(words) in context.text and run.lower() not in known_words():
            return 1.0
        if _are_one_name(run, words):
            return 1.0
        wanted = AFTER_A_WORD_FROM if _is_after_word(words) else CAPITALS_FROM
        return sum(_signs_of_capitals(run, words, context)) - wanted
    if _is_counted(words):
        return 1.0
    grammar = grammar_words()
    has_grammar = any(word.lower() in grammar for word in words)
    wanted = GRAMMAR_WORD_FROM if has_grammar else TWO_WORDS_FROM
    return sum(_signs_of_two(run, words, context)) - wanted


def _is_counted(words: tuple[str, ...]) -> bool:
    """True for a number and what is counted ("fourtimes")."""
    left, right = (word.lower() for word in words)
    is_many = right.endswith("s") and len(right) > _LONG_WORD
    return left in _NUMBERS and is_many and _gain(left, right) > _NUMBER_GAIN_FROM


def _are_one_name(run: str, words: tuple[str, ...]) -> bool:
    """True for two names that hardly stand apart in print ("Shehbaz Sharif")."""
    left, right = (word.lower() for word in words)
    if not words[0][0].isupper() or min(len(left), len(right)) < _SHORTEST_OF_NAME:
        return False
    pair = pair_cost(left, right)
    is_close = pair > _NAME_PAIR_FROM and _gain(left, right) > _NAME_GAIN_FROM
    return is_close and _share(left) + pair > _share(run.lower()) + _NAME_OVER_RUN


def _signs_of_two(run: str, words: tuple[str, ...], context: Context) -> tuple[float, ...]:
    left, right = (word.lower() for word in words)
    grammar, prefixes = grammar_words(), parts("prefix")
    is_capital = run[0].isupper()
    return (
        3.054,
        0.911 * (_fit(words, context) - _fit((), context)),
        0.672 * len(run),
        0.765 * is_said(context.text, words[0]),
        1.110 * (" ".join(words) in context.text),
        0.486 * _share(left),
        0.633 * _share(right),
        1.898 * (left in grammar),
        0.881 * (right in grammar),
        0.136 * (left in prefixes - grammar),
        -1.469 * (left in prefixes & grammar),
        -0.504 * (right in parts("particle")),
        -2.164 * (right in parts("head")),
        1.610 * left.endswith(("s", "ed", "ly", "ing")),
        -0.467 * is_capital,
        -0.340 * (is_capital and right in grammar),
        -1.509 * bool(context.before or context.after),
    )


def _signs_of_capitals(run: str, words: tuple[str, ...], context: Context) -> tuple[float, ...]:
    left, right = (word.lower() for word in words)
    plain, costs = dictionary_words(), word_costs()
    is_known, is_low = run.lower() in known_words(), run[0].islower()
    said = [is_said(context.text, word) for word in words]
    names = [s and w.lower() not in plain for s, w in zip(said, words, strict=True)]
    fit = _fit(words, context)
    return (
        -2.855,
        0.338 * (fit - _fit((), context)),
        0.372 * (fit - _fit((run,), context) if is_known else 0.0),
        -1.808 * is_known,
        0.238 * len(run),
        0.614 * _gain(left, right),
        1.940 * (" ".join(words) in context.text),
        -1.629 * said[0],
        0.732 * names[1],
        0.145 * all(names),
        0.206 * (left in grammar_words()),
        2.833 * is_low,
        0.453 * (is_low and len(left) <= 2),
        1.237 * (left in plain),
        -0.766 * (left in plain and right in plain and left not in grammar_words()),
        1.358 * _is_at_start(context),
        -0.196 * (len(right) > 1 and words[1].isupper()),
        -0.521 * (len(left) > 1 and words[0].isupper()),
        0.935 * (right in costs),
        0.094 * (left in costs),
    )


def _is_after_word(words: tuple[str, ...]) -> bool:
    """True for a capitalised word that ran into the longer words before it ("worldHunger")."""
    is_long = min(map(len, words)) >= _LONG_WORD and words[1][1:].islower()
    return is_long and all(word.lower() in word_costs() for word in words) and words[0].islower()


def _is_at_start(context: Context) -> bool:
    """True for a run that begins a line."""
    return context.text[: context.span.start].rstrip(" ")[-1:] in ("", "\n")


def _of_more(run: str, words: tuple[str, ...], context: Context) -> float:
    lower = [word.lower() for word in words]
    at_seams, elsewhere = _capitals(run, words)
    gains = [_gain(left, right) for left, right in pairwise(lower)]
    said = [_SAID if is_said(context.text, word) else _UNKNOWN for word in words]
    shares = sum(max(_share(word), share) for word, share in zip(lower, said, strict=True))
    grammar = grammar_words()
    return (
        9.606
        + 1.095 * _gain(context.before, lower[0])
        + 0.615 * _gain(lower[-1], context.after)
        - 0.910 * run[0].isupper()
        + 1.912 * at_seams
        + 3.026 * elsewhere
        + 9.247 * (shares + sum(gains)) / len(run)
        + 0.550 * sum(gains) / len(gains)
        + 3.452 * sum(word in grammar for word in lower) / len(lower)
        - 1.868 * sum(len(word) <= 2 and word not in grammar for word in lower)
    )
