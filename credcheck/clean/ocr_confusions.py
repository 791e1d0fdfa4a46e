"""
Find letters that a scanner took for others ("govemment", "tlie", "0f"), and put them right.

## Why it matters
A scanned text is full of near-words that no search finds; digits inside words break names.

## When it is wrong
Names, brands and rare words may look like a misread common word. A word is only changed if it is
unknown, if one usual confusion makes it a common word, and if that fits between its neighbours.
Codes and units ("H1N1", "5G") are no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from credcheck.clean.odd_characters import odd_characters
from credcheck.clean.pieces import holds_piece, marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.clean.unknown_words import neighbours, unknown_words
from credcheck.types import Edit, Fixer, Span

# What is read, and what stood there.
_CONFUSIONS = (
    *(
        ("rn", "m"),
        ("m", "rn"),
        ("m", "tn"),
        ("vv", "w"),
        ("cl", "d"),
        ("li", "h"),
        ("b", "h"),
        ("ii", "n"),
    ),
    *(("c", "e"), ("u", "n"), ("n", "u"), ("I", "l"), ("l", "i"), ("tl", "th"), ("lc", "k")),
)
_DIGITS = {"0": "o", "1": "l", "5": "s", "|": "l"}
_OTHER_DIGITS = {**_DIGITS, "1": "i", "|": "i"}
_TABLES = tuple(str.maketrans(table) for table in (_DIGITS, _OTHER_DIGITS))
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_LONGEST = 24
# A word that comes again and again is a name.
_MOST_OFTEN = 2
_WITH_DIGIT = re.compile(r"[015|](?:(?<=[a-z][015|])|(?=[a-z]{2}|[fnr]\b))")
_TOKEN = re.compile(r"[A-Za-z015|]{1,24}")
_SMALL = frozenset(("0f", "t0", "0n", "0r", "f0r", "n0t", "0ne", "0ut", "a1l", "al1", "f1rst"))
_JOINED = re.compile(r"[\w@#/&=+\\-]|\.\w|['’]\w{3}")
# Names and abbreviations that a scanned text hardly ever means.
_RARELY = {"thc": "the", "sbe": "she", "aud": "and", "ihe": "the", "bave": "have"}
_RARE = re.compile(r"(?<![\w’'-])(?:thc|sbe|aud|ihe|bave)(?= [a-z])")
# Log10 shares: the commonest 132 words for short ones, the commonest 13,505 for long ones.
_SHORT_FROM, _MIDDLE_FROM, _LONG_FROM = -3.3, -3.8, -5.0
_MIDDLE_LETTERS, _LONG_LETTERS = 4, 6
# The word put in must be likelier after and before its neighbours than anywhere (sum of log10).
_FITS_FROM = 0.3
# So many words that were surely misread make a text a scanned one, in which others need less.
_SCANNED_FROM, _SCANNED_FITS_FROM = 2, -0.8
# "l think", "lt was", "ln the": no word of English, whatever the rest of the text is.
_SMALL_L = re.compile(
    r"(?:(?<=[.!?“\"] )|(?<=[\n“\"])|\A)l(?:(?= (?:am|was|have|had|will|would|do|did|think|know|can"
    r"|could|saw|went|said|want|hope|believe|feel|never|just|really|love|like|see|got|mean|thought"
    r"|told|asked|felt|don['’]t)\b)|t(?= (?:is|was|has|had|will|would|may|also|seems|came|took)\b)"
    r"|n(?= (?:the|a|an|this|that|his|her|their|our|some|all|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|(?:19|20)\d\d)\b))"
)
# "2O19", "£5OO", "1O per cent", "l00 people".
_FIGURE = re.compile(
    r"(?<![\w.,-])(?:[$£€₹])?(?:\d[\dO]{0,6}O[\dO]{0,6}(?:,[\dO]{3}){0,3}"
    r"|l\d{1,3}(?:,\d{3}){0,3})(?=[.,;:!?)]?(?:\s|$)|%)"
)
_FIGURE_SIGN = re.compile(r"\dO| l\d")
_SMALL_L_PIECES = frozenset(
    before + word for before in ("", "“", '"') for word in ("l", "lt", "ln")
)
# Before a vowel no word begins with these.
_IMPOSSIBLE = re.compile(r"(?:rn|vv)[aeiouy]")
_SHORT = re.compile(r"(?:(?<=[.!?]\s)|(?<=\n)|\A)l[tn](?= [a-z])")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put the letters right, word by word."""
    found = [*_ligatures(text), *_digits(text), *_figures(text), *_letters(text)]
    if found and not is_about_code(text):
        yield from (edit for edit in found if not is_in(code_spans(text), edit.span.start))


def _ligatures(text: str) -> Iterator[Edit]:
    for match in _LIGATURE.finditer(text) if _LIGATURE.search(odd_characters(text)) else ():
        yield Edit(Span(*match.span()), _LIGATURES[match.group()])


def _digits(text: str) -> Iterator[Edit]:
    """Words with a digit that looks like a letter."""
    done = 0
    found = _WITH_DIGIT.finditer(text) if _WITH_DIGIT.search(marked_pieces(text)) else ()
    for match in found:
        start = match.start()
        while start > done and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
        token = _TOKEN.match(text, start)
        if token and start >= done and not _is_joined(text, token.start(), token.end()):
            word = _without_digits(token.group())
            if word:
                yield Edit(Span(*token.span()), word)
        done = max(done, token.end() if token else match.end())


def _without_digits(token: str) -> str | None:
    """The common word that a token with digits was, or None."""
    letters = [letter for letter in token if letter.isalpha()]
    is_word = len(letters) >= 3 and len(letters) >= 2 * (len(token) - len(letters))
    is_doubled = token.endswith("11") and len(letters) >= 2 and token[:-2].isalpha()
    # A figure at the end is a note or a number ("Consultant5").
    is_word = is_word and token[-1] not in "15" and not any(map(str.isupper, letters[1:]))
    if token not in _SMALL and not is_word and not is_doubled:
        return None
    for table in _TABLES:
        word = token.translate(table)
        if _share(word.lower()) > _LONG_FROM:
            return word.capitalize() if token[0].isupper() else word
    return None


def _figures(text: str) -> Iterator[Edit]:
    """Figures with a letter O or a small l in them."""
    for match in _FIGURE.finditer(text) if _FIGURE_SIGN.search(marked_pieces(text)) else ():
        figure = match.group().replace("O", "0").replace("l", "1")
        # "4O" may be a code, "1O per cent" and "2O19" are figures.
        is_counted = re.match(r"(?:\s[a-z]{2,}|%)", text[match.end() : match.end() + 4]) is not None
        if len(figure) > 3 or figure[0] in "$£€₹" or is_counted:
            yield Edit(Span(*match.span()), figure)


def _letters(text: str) -> list[Edit]:
    """Unknown words that one confusion makes common; in a scanned text less common ones too."""
    found = list(_misread(text, is_scanned=False))
    places = _SMALL_L.finditer(text) if holds_piece(text, _SMALL_L_PIECES) else ()
    alone = [Edit(Span(*match.span()), "I" + match.group()[1:]) for match in places]
    if len(found) + len(alone) < _SCANNED_FROM:
        return [*found, *alone]
    short = [edit for edit in _short(text) if all(edit.span != one.span for one in alone)]
    return [*_misread(text, is_scanned=True), *alone, *short]


def _misread(text: str, is_scanned: bool) -> Iterator[Edit]:
    for word in unknown_words(text):
        is_sure = is_scanned or _IMPOSSIBLE.match(word) is not None
        candidates = _candidates(word, is_sure) if len(word) <= _LONGEST else ()
        if candidates and text.count(word) <= _MOST_OFTEN:
            least = _SCANNED_FITS_FROM if is_sure else _FITS_FROM
            yield from _fitting(text, word, candidates, least)


def _short(text: str) -> Iterator[Edit]:
    """ "It" and "In" with a small l where a sentence begins, and words that are rare names."""
    for match in _SHORT.finditer(text):
        yield Edit(Span(*match.span()), "I" + match.group()[1:])
    for match in _RARE.finditer(text):
        yield Edit(Span(*match.span()), _RARELY[match.group()])


@cache
def _candidates(word: str, is_scanned: bool = False) -> tuple[str, ...]:
    """The common words that one confusion makes of an unknown one."""
    if any(map(str.isupper, word[1:])) and "I" not in word[1:]:
        return ()
    made = {
        word[:place] + (meant if place or read != "l" else "I") + word[place + len(read) :]
        for read, meant in _CONFUSIONS
        if read in word
        for place in range(len(word))
        if word.startswith(read, place)
    }
    if "I" in word[1:]:
        made.add(word[0] + word[1:].replace("I", "l"))
    return tuple(sorted(option for option in made if _is_common(option, is_scanned)))


def _is_common(word: str, is_scanned: bool) -> bool:
    share = _share(word.lower())
    return word[1:].islower() and share > _least_share(len(word), is_scanned)


def _least_share(letters: int, is_scanned: bool) -> float:
    if letters >= _LONG_LETTERS or (is_scanned and letters >= _MIDDLE_LETTERS):
        return _LONG_FROM
    return _MIDDLE_FROM if letters >= _MIDDLE_LETTERS else _SHORT_FROM


def _share(word: str) -> float:
    from credcheck.clean.segmentation import is_english, word_costs

    return word_costs()[word] if is_english(word) else -9.0


def _fitting(text: str, word: str, candidates: tuple[str, ...], least: float) -> Iterator[Edit]:
    """Edits where the best candidate fits between its neighbours."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not _is_joined(text, place, end):
            best = max(candidates, key=lambda option: (_fit(text, place, end, option), option))
            if _fit(text, place, end, best) > least:
                yield Edit(Span(place, end), best)
        place = text.find(word, end)


def _is_joined(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    return bool(before and _JOINED.match(before)) or bool(_JOINED.match(text, end))


def _fit(text: str, start: int, end: int, word: str) -> float:
    """How much likelier the word is here than anywhere, by the words on both sides."""
    from credcheck.clean.segmentation import pair_cost, word_costs

    before, after = neighbours(text, Span(start, end))
    lower = word.lower()
    gain = pair_cost(before, lower) - pair_cost("", lower) if before else 0.0
    if after and after in word_costs():
        gain += pair_cost(lower, after) - pair_cost("", after)
    return gain if before or after else -1.0


FIXER = Fixer(
    code="BRK307",
    name="ocr-confusions",
    severity="error",
    message="'{0}' was misread: '{1}'",
    edits=edits,
    mends=(
        (
            "The govemment of tlie day closed the port.",
            "The government of the day closed the port.",
        ),
        ("Most 0f the p0rt was closed.", "Most of the port was closed."),
        ("The oﬃce will ﬁnd the ﬂeet.", "The office will find the fleet."),
        ("The lslamic bank closed.", "The Islamic bank closed."),
        ("They wiII come with tbe children.", "They will come with the children."),
        ("It was sold in 2O19 for £5OO. l think so.", "It was sold in 2019 for £500. I think so."),
        ("The rnayor said it fe11 by 1O per cent.", "The mayor said it fell by 10 per cent."),
        ("The ministcr of finance spoke.", "The minister of finance spoke."),
        ("He was elccted president in May.", "He was elected president in May."),
        (
            "Tlie clerk saw tbe govemment men. lt was late on the rnain road.",
            "The clerk saw the government men. It was late on the main road.",
        ),
    ),
    untouched=(
        "A 5 l can, the O2 arena, 1O2, blood of type O; e11 and p11.",
        "Consultant5 and note1; H1N1, 5G, K9, B2B, Se7en, mp3, 1st, 2nd, 0s and 1s, CO2, i18n, A1l",
        "Mr Bumell and Ms Corliss of Tumer & Co met Clem Doud.",
        "The clank of the burnished modem and the arn of the tern",
        "Le gouvernernent de la ville",
        "The rnaif file and the tag lt; lt was set.",
    ),
    languages=("en",),
)
