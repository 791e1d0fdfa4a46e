"""
Find words that lost the spaces between them, and part them.

## Why it matters
A glued run is one unknown word to every search, hides the names in it, and cannot be read.

## When it is wrong
Compounds, names, brands in CamelCase, hashtags, handles, addresses, code and words of other
languages are written together on purpose. A run is parted only where its best cut into known words
is far likelier, in its place in the sentence, than a new word; a run that occurs twice is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from credcheck.clean.glue_score import (
    Context,
    grammar_words,
    is_apart,
    is_derived,
    is_glued,
    is_misprint,
)
from credcheck.clean.pieces import is_said, words_among
from credcheck.clean.segmentation import cut, may_be_cut, pair_cost, word_costs
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.clean.unknown_words import (
    dictionary_words,
    known_in_capitals,
    known_words,
    unknown_names,
    unknown_words,
)
from credcheck.lexicons import entries
from credcheck.types import Edit, Fixer, Span

_SHORTEST = 4
_JOINED_BEFORE = frozenset("'’-.@#/&_\\=]")
_JOINED_AFTER = re.compile(r"[\w\-@/_&\\=]|['’](?!s(?!\w))|\.\w|\(\)")
# Words that open a sentence and end no brand: "JonesThe port".
_OPENERS = frozenset(
    (
        "The",
        "This",
        "That",
        "These",
        "They",
        "There",
        "Our",
        "His",
        "Her",
        "When",
        "While",
        "But",
        "We",
    )
)
_SHORTEST_BEFORE_OPENER = 4
# "JPMorgan", "BuzzFeed": a brand in a brand; "McDonald" is a name.
_CAPITAL_INSIDE = re.compile(
    r"(?!M[ca]c?[A-Z]|De[A-Z]|La[A-Z]|O[A-Z])(?=[A-Za-z]*[a-z])[A-Za-z]+[A-Z]"
)
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lord", "lady", "judge", "sen")
)
_TWO_NAMES = re.compile(r"([A-Z][a-z]{3,20})([A-Z][a-z]{3,20})")
# What a name with a capital inside ("dataLayer") is called in a text about programs.
_CODE_WORDS = frozenset(
    ("field", "object", "method", "function", "class", "variable", "property", "parameter", "flag")
)
# What stands before a word that opens a sentence.
_OPENING = frozenset(("", "\n", ".", "!", "?", "…", "“", '"', "‘", ":"))
_QUOTES = frozenset("“\"‘'")
_LONG_LEFT = 5
# "Constantin Avery": what may be a first name, unless "the" or a name stands before it.
_SHORTEST_BEFORE_NAME = 3
_LONGEST_BEFORE = 30
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "of"))
_CAPITALISED = re.compile(r" [A-Z][a-z]+")
_LONG_ENDING = 4
_LONGEST_BRAND = 9
_REPEATED = 2
_SHORT_RUN = 3
_LONG_RUN = 4
# Log10 P(right | left), by eye on pairs of capitalised words in 5,868 articles.
_PAIR_FROM = -1.2


_PARTICLES = frozenset(("La", "Le", "De", "Du", "Di", "Da", "Mac", "Mc", "Van", "Von", "Fitz"))
_AFTER_NOUN = (",", ".", ";", ":", "?", "!", ")")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put the spaces back."""
    runs = [run for run in unknown_words(text) if len(run) >= _SHORTEST or run.islower()]
    seams = [seam for run in (*runs, *known_in_capitals(text)) for seam in _seams_of(text, run)]
    seams += _seams_of_known(text)
    found = [Edit(Span(seam, seam), " ") for seam in seams]
    if found and not is_about_code(text):
        yield from found


def _seams_of(text: str, run: str) -> Iterator[int]:
    """Where spaces go in every place of a run."""
    places = _places(text, run)
    if any(f"{mark}{run}" in text for mark in _marks(text)):
        return
    for place in places:
        yield from _seams(text, Span(place, place + len(run)), len(places))


@lru_cache(maxsize=2)
def _marks(text: str) -> tuple[str, ...]:
    """The marks of handles and hashtags that a text holds."""
    return tuple(mark for mark in "@#" if mark in text)


@cache
def _joined() -> frozenset[str]:
    return frozenset(_pairs())


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    """Known words that hardly anybody writes, by the two words that they may be."""
    pairs = (entry.split() for entry in entries("joined_in_context"))
    return {left + right: (left, right) for left, right in pairs}


def _seams_of_known(text: str) -> Iterator[int]:
    """Where spaces go in known words that make no sense in their place, and in two make some."""
    for run in sorted(words_among(text, _joined())):
        for place in _places(text, run):
            if is_apart(_pairs()[run], Context.of(text, Span(place, place + len(run)))):
                yield place + len(_pairs()[run][0])


def _places(text: str, run: str) -> list[int]:
    """Where `run` stands by itself."""
    found: list[int] = []
    place = text.find(run)
    while place >= 0:
        if _stands_alone(text, place, place + len(run)):
            found.append(place)
        place = text.find(run, place + len(run))
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before.isalnum() or before in _JOINED_BEFORE:
        return False
    return not _JOINED_AFTER.match(text, end) and not is_in(code_spans(text), start)


def _seams(text: str, run: Span, count: int) -> list[int]:
    """Where spaces go in the run; nowhere if it is a word."""
    words = _parted(text, run, count)
    if _is_name(text, run, words):
        return []
    if len(words) == 1 and count == 1:
        words = _names(text, run.of(text))
    return list(accumulate(map(len, words[:-1]), initial=run.start))[1:]


def _names(text: str, run: str) -> tuple[str, ...]:
    """Two capitalised words of the text that ran together, one of them unknown; or the run."""
    found = _TWO_NAMES.fullmatch(run)
    if not found or found[2].lower() in dictionary_words():
        return (run,)
    left, right = found.groups()
    if left.lower() in known_words() and right.lower() in known_words():
        return (run,)
    if right.lower() in known_words():
        return (left, right) if _is_word_of(text, left) else (run,)
    # A family name comes again by itself; a page name runs into it again and again.
    is_left = left.lower() not in dictionary_words() or _is_word_of(text, left)
    is_said = is_left and _is_word_of(text, right)
    return (left, right) if is_said or _runs_into_others(text, run, right) else (run,)


def _runs_into_others(text: str, run: str, name: str) -> bool:
    """True if other words run into `name` as well."""
    others = (other for other in unknown_words(text) if other != run and len(other) > len(name))
    return any(other.endswith(name) and other[-len(name) - 1].islower() for other in others)


def _is_word_of(text: str, name: str) -> bool:
    """True if `name` stands in the text by itself."""
    return text.count(name) > 1 and bool(_places(text, name))


def _parted(text: str, place: Span, count: int) -> tuple[str, ...]:
    """The words of a run; itself if it is a word."""
    run = place.of(text)
    if not may_be_cut(run) or is_derived(run):
        return (run,)
    context = Context.of(text, place)
    found = cut(run, context.before, context.after, unknown_names(text))
    if found is None or len(found.words) == 1 or _is_made_up(run, found.words, context, count):
        return (run,)
    if _is_double(found.words) or _ends_on_article(text, place, found.words):
        return (run,)
    if _is_opened(found.words) and count == 1:
        return found.words
    if len(found.words) > 2 and all(word[0].isupper() for word in found.words):
        return found.words if _are_names(found.words) else (run,)
    is_whole = not is_glued(run, found, context, count) or is_misprint(run, found.words, context)
    return (run,) if is_whole else found.words


def _is_double(words: Sequence[str]) -> bool:
    """True for "BingBing", and for "LaFollette": names, not two words."""
    first, second = words[:2]
    is_particle = first in _PARTICLES and second[0].isupper()
    return len(words) == 2 and (first.lower() == second.lower() or is_particle)


def _ends_on_article(text: str, place: Span, words: Sequence[str]) -> bool:
    """True if a cut leaves an article before a stop: "she had a,"."""
    return (
        words[-1].lower() in ("a", "an", "the") and text[place.end : place.end + 1] in _AFTER_NOUN
    )


def _is_made_up(run: str, words: tuple[str, ...], context: Context, count: int) -> bool:
    """True for brands, names in capitals, what programs call things, and what is said again."""
    if _is_brand(run, words, context.before):
        return True
    if _is_title(context, words) or (
        run[1:].islower() and _is_name(context.text, context.span, words)
    ):
        return True
    if run.isupper() and not all(word.lower() in word_costs() for word in words):
        return True
    is_camel = not run[1:].islower()
    if is_camel and run[0].islower() and _CODE_WORDS & {context.before, context.after}:
        return True
    # "PricewaterhouseCoopers"
    is_odd = is_camel and run[0].isupper() and words[1].islower() and words[-1][0].isupper()
    if is_odd and len(words) == _SHORT_RUN and not _has_grammar(words):
        return True
    return count >= _REPEATED and _SHORT_RUN <= len(words) < _LONG_RUN


def _is_title(context: Context, words: tuple[str, ...]) -> bool:
    """True for two words of content right after a quotation mark: "Sweetcakes by Melissa"."""
    is_quoted = context.text[max(0, context.span.start - 1) : context.span.start] in _QUOTES
    return is_quoted and len(words) == 2 and words[0][0].isupper() and not _has_grammar(words)


def _are_names(words: tuple[str, ...]) -> bool:
    """True for words that are hardly ever apart ("New York Times")."""
    lower = [word.lower() for word in words]
    return all(pair_cost(left, right) > _PAIR_FROM for left, right in pairwise(lower))


def _has_grammar(words: tuple[str, ...]) -> bool:
    return any(word.lower() in grammar_words() for word in words)


def _is_brand(run: str, words: tuple[str, ...], before: str) -> bool:
    """True for "iMovie" and "factcheckUK", and for a name after "Mr"."""
    first = words[0]
    if len(words) == 2 and any(_CAPITAL_INSIDE.match(word) for word in words):
        return True
    if run[0].islower() and run[len(first)].isupper() and len(first) <= 2:
        return first not in grammar_words()
    if words[-1].isupper() and len(words) == 2 and words[-1] != "I":
        return first not in grammar_words()
    is_short = len(run) <= _LONGEST_BRAND and not run[1:].islower() and len(words) > 2
    return run[0].isupper() and (is_short or before in _TITLES)


def _is_name(text: str, run: Span, words: tuple[str, ...]) -> bool:
    """True for a name that happens to be two words ("Northe"): a capital amid a sentence."""
    left = words[0]
    if len(words) != 2 or not left[0].isupper() or not words[1].islower():
        return False
    if _is_line(text, run):
        return True
    if left.lower() not in word_costs() and not is_said(text, left):
        # "Mitterand": of names never seen, only a longer word of grammar is told apart.
        return words[1] not in grammar_words() or len(words[1]) < _LONG_ENDING
    is_opening = text[max(0, run.start - 2) : run.start].strip(" ")[-1:] in _OPENING
    is_word = left.lower() in grammar_words() and not left[1:].isupper()
    if not is_opening and (is_word or _is_before_name(text, run, words)):
        return True
    is_name = left.lower() not in dictionary_words() or len(left) >= _LONG_LEFT
    return not (is_opening or is_name or _is_word_of(text, left))


def _is_before_name(text: str, run: Span, words: tuple[str, ...]) -> bool:
    """True for the first of two names ("said Constantin Avery") that ends like a short word."""
    is_short = len(words[1]) < _SHORTEST_BEFORE_NAME and words[0].lower() in dictionary_words()
    if not is_short or not _CAPITALISED.match(text, run.end):
        return False
    before = text[max(0, run.start - _LONGEST_BEFORE) : run.start].split()[-1:]
    if not before or not before[0].isalpha():
        return True
    return not before[0][0].isupper() and before[0].lower() not in _ARTICLES


def _is_line(text: str, run: Span) -> bool:
    """True for a run that fills its line: a cell, a heading."""
    before = text[: run.start].rstrip(" \t")[-1:]
    return before in ("", "\n") and text[run.end : run.end + 80].lstrip(" \t")[:1] in ("", "\n")


def _is_opened(words: tuple[str, ...]) -> bool:
    """True for a name that runs into the next sentence; other capitals make a brand."""
    is_long = len(words[0]) >= _SHORTEST_BEFORE_OPENER and words[0].lower() in known_words()
    return len(words) == 2 and words[1] in _OPENERS and is_long


FIXER = Fixer(
    code="BRK301",
    name="glued-words",
    severity="error",
    message="words glued together: '{0}' is '{1}'",
    edits=edits,
    mends=(
        (
            "Ferries between NorwayandDenmark stopped.",
            "Ferries between Norway and Denmark stopped.",
        ),
        ("The council said thatthe bridge is safe.", "The council said that the bridge is safe."),
        (
            "Engineers hopethatthebridgewillbeopenedbeforetheendofthesummer.",
            "Engineers hope that the bridge will be opened before the end of the summer.",
        ),
        ("The costof the bridge rose.", "The cost of the bridge rose."),
        ("Officials saidthey would wait.", "Officials said they would wait."),
        (
            "The harbour administrationSenior staff left.",
            "The harbour administration Senior staff left.",
        ),
        ("Edited by Mary JonesThe port closed.", "Edited by Mary Jones The port closed."),
        (
            "He blamed the delaysonbadweatherandlackofmoney for it.",
            "He blamed the delays on bad weather and lack of money for it.",
        ),
        (
            "She saidinaninterviewwithCNBC that it froze.",
            "She said in an interview with CNBC that it froze.",
        ),
        ("A spokeswomanfor the port", "A spokeswoman for the port"),
        (
            "Kaldur spoke at noon. Story by Kaldur NorvikKaldur lives in Norvik.",
            "Kaldur spoke at noon. Story by Kaldur Norvik Kaldur lives in Norvik.",
        ),
        ("The winterstorm closedthe road.", "The winterstorm closed the road."),
        (
            "Orvane is a port and Kestria a mine. Ships inOrvane; coal for OrvaneandKestria.",
            "Orvane is a port and Kestria a mine. Ships in Orvane; coal for Orvane and Kestria.",
        ),
        ("Talks in NewDelhi ended onMonday.", "Talks in New Delhi ended on Monday."),
        ("They grow barley aswell as wheat.", "They grow barley as well as wheat."),
        ("There is alack of money.", "There is a lack of money."),
    ),
    untouched=(
        "The snowpeople and beachcombers of #MakeItHappen met @portauthority.",
        "Healthcare policymakers in Whitehall lack childminders; a blogpost said so.",
        "YouTube, PayPal, GitHub, LinkedIn, FedEx, AusTrade, JPMorganChase and PolitiFact",
        "Hydroxychloroquine, dichlorodiphenyltrichloroethane and carboxymethylcellulose",
        "Nevertheless, notwithstanding, heretofore, whatsoever, counterdemonstrations.",
        "Thiruvananthapuram, Llanfairpwllgwyngyll, Grantchester, Newtownards, Hammersmith",
        "Donaudampfschifffahrtsgesellschaft and Rechtsschutzversicherung",
        "See www.thebridgeisopen.com or thebridgeisopen@example.org or /thebridge/isopen",
        "Then Mr Lee and Russell Northe met Madea and Wasan.",
        "The ThornburyCare plan of Thornbury is a Care plan.",
        "Zimbabweans, Azerbaijanis, Bangladeshis; Mr Willnow, Jeffrey Hergenrather and Goodfellas",
        "The brand Everbright spoke. Everbright denied it.",
        "The userName field and the dataLayer object of PricewaterhouseCoopers",
        "Blogposts on casein, hamstrings and matchboxes; Mr Mitterand of Hertfordshire",
        "They opposed the Forand plan of 1959 and said so to Constantin Avery on Monday.",
        'She runs “Candleworks by Maro” and "Boatcradle", a shop.',
        "Aand so it goes on: anoother day of isolationistic talk, whereever they may be.",
        "The evergreening of patents and the airtimes of the show",
    ),
    languages=("en",),
)
