"""
Find spaces before punctuation and inside brackets and quotation marks, and close them up.

## Why it matters
"word , word" is the trace of text cut into tokens by a program; quotations and numbers ("4 ,200")
no longer match.

## When it is wrong
French sets a space before ; : ! and ?, and so do some old books with a no-break space; a spaced
". . ." is an ellipsis; columns are aligned with spaces; code has its own rules; a form may read
"Name : value". All of these are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_about_stops, is_in
from credcheck.types import Edit, Fixer, Span

# Each pattern starts with the few characters that can stand there, so that the search is quick.
_BEFORE = re.compile(
    "[ \xa0](?=[ \xa0]{0,2}[,.;:!?)”'’n])(?:"
    # a comma or a full stop; French has no space there either
    "(?P<plain>(?<=[\\w)\\]”’\"'%][ \xa0])[ \xa0]{0,2}"
    '(?:,(?=[\\s”"’)]|[^\\W_]|\\Z)|\\.(?=[\\s”"’)]|[A-Z][a-z]|\\Z)(?!\\s?\\.)'
    "|(?<=\\d )\\.(?=\\d{1,2} (?:million|billion|trillion|per|crore|lakh|tonnes|km|kg)))"
    ")"
    # the stops that French spaces
    "|(?P<french>(?<=[^\\W\\d_] |[)\\]”’\"'] ) {0,2}"
    '(?:[;:](?=\\s)|[!?](?=[!?]{0,3}(?:[\\s”"’)]|\\Z))))'
    "|(?P<closed>(?<=[^\\W_] |[.,] ) ?\\)(?=[\\s.,;:!?]|\\Z))"
    "|(?P<closing>(?<=[\\w.,!?…] ) ?”(?=[\\s.,;:!?)]|\\Z))"
    "|(?P<clitic>(?<=[A-Za-z] ) ?['’](?=(?:s|re|ve|ll)(?![\\w'’])))"
    "|(?P<negation>(?<=(?:do|es|id|ca|wo|is|as|re|ve|ad|ld) )n['’]t(?!\\w))"
    "|(?P<torn>(?<=n )’(?=t(?!\\w))))"
)
# What stands behind the space in all that `_BEFORE` finds.
_STOP_FIRST = re.compile(r" (?:[,.;:!?)”'’]|n['’]t)")
_AFTER = re.compile(r"\( {1,2}(?=[^\W_])(?=[^()\n]{1,120}[^()\s] \)(?![\w(]))|“ {1,2}(?=[^\W_])")
_MAY_OPEN = " \n\t\xa0(—–"
_NO_WORD = re.compile(r"\.(?:Net|Com|Org|Gov|Edu|Js|Io|Co)\b")
_FRENCH = re.compile(
    r"(?i)\b(?:le|la|les|des|une|est|dans|que|qui|pour|du|aux|ils|elle|nous|vous|pas|sur|avec|sont|"
    r"cette|mais|ou|où|comment|pourquoi|oui|non|quoi|quel|quelle|et|ce|je|tu|il|un|au)\b|"
    r"\b(?:l|d|qu|c|j|n|s|m|t)['’](?=[a-zà-ÿ]{2})|[«»àâçèéêëîïôùûœ]"
)
_SHORTEST_LABEL_WORDS = 5
_TOKENISED_FROM = 2
_WINDOW = 80
_LONGEST_QUOTATION = 400
_OLD_WORDS, _OLD_SHARE = 2, 0.15
_OLD = frozenset(("ye", "thou", "thee", "hath", "olde", "shoppe", "wherefore"))
_WORD = re.compile(r"[A-Za-z]{2,30}")


def edits(text: str) -> Iterator[Edit]:
    """
    Edits that take out the space, stop by stop.

    Spaces inside quotation marks and before "'s" are common slips of whole pages; they are taken
    out only where stops are spaced as well, that is, where a program cut the text into tokens.
    """
    found = [(span, is_stop) for span, is_stop in _before(text) if not _is_quoted(text, span)]
    stops = [span for span, is_stop in found if is_stop]
    places = stops
    if len(stops) >= _TOKENISED_FROM:
        places = [span for span, _ in found] + list(_after(text))
    if places and not is_about_code(text):
        shown = (place for place in places if not is_about_stops(text, place.start))
        yield from (_closed_up(text, place) for place in shown)


def _is_quoted(text: str, space: Span) -> bool:
    """True inside a quotation in an old spelling: it is quoted as it stands."""
    opened = text.rfind("“", max(0, space.start - _LONGEST_QUOTATION), space.start)
    closed = text.find("”", space.start, space.start + _LONGEST_QUOTATION)
    if opened < 0 or closed < 0 or "”" in text[opened : space.start]:
        return False
    words = _WORD.findall(text, opened, closed)
    return sum(map(_is_old, words)) >= max(_OLD_WORDS, _OLD_SHARE * len(words))


def _is_old(word: str) -> bool:
    """True for a spelling that is no longer in use: "boyle", "olde", "shoppe"."""
    from credcheck.clean.segmentation import is_english

    if word.lower() in _OLD:
        return True
    return word.islower() and not is_english(word)


def _closed_up(text: str, place: Span) -> Edit:
    """The edit that takes the space out; it goes behind the stop where none is ("one ,two")."""
    stop, following = text[place.end : place.end + 1], text[place.end + 1 : place.end + 2]
    if stop in (",", ".") and following.isalpha():
        return Edit(Span(place.start, place.end + 1), f"{stop} ")
    return Edit(place, "")


def _before(text: str) -> Iterator[tuple[Span, bool]]:
    """Spaces before a stop (true) or before a closing mark (false)."""
    if not _STOP_FIRST.search(marked_pieces(text)):
        return
    for match in _BEFORE.finditer(text):
        if _is_surplus(text, match):
            blanks = len(match.group()) - len(match.group().lstrip(" \xa0"))
            is_stop = match.lastgroup in ("plain", "french")
            yield Span(match.start(), match.start() + blanks), is_stop


def _after(text: str) -> Iterator[Span]:
    """Spaces after an opening bracket or quotation mark."""
    for match in _AFTER.finditer(text):
        start = match.start()
        if (start == 0 or text[start - 1] in _MAY_OPEN) and not _is_shown(text, start):
            yield Span(start + 1, match.end())


def _is_shown(text: str, place: int) -> bool:
    return is_in(code_spans(text), place) or _is_aligned(text, place)


def _is_surplus(text: str, match: re.Match[str]) -> bool:
    if _is_shown(text, match.start()):
        return False
    kind = match.lastgroup
    if kind == "plain":
        return _is_plain(text, match)
    if kind == "french":
        return not _is_french(text, match) and not _is_label(text, match)
    if kind == "closed":
        opened = text.rfind("(", max(0, match.start() - _WINDOW * 2), match.start())
        return opened >= 0 and text[opened + 1 : opened + 2] == " "
    return True


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """True unless the stop belongs to an ellipsis, a name like .Net, or a number like .38."""
    end = match.end() - 1
    return text[match.start() - 1] != "." and not _NO_WORD.match(text, end)


def _is_french(text: str, match: re.Match[str]) -> bool:
    """True if French words stand round the stop: two, or one in a quotation that it closes."""
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _WINDOW)
    end = text.find("\n", match.end(), match.end() + _WINDOW)
    before = text[start : match.start()]
    opened = max(before.rfind("“"), before.rfind("«"), before.rfind('"'))
    if opened >= 0 and _FRENCH.search(before, opened):
        return True
    after = text[match.end() : end if end >= 0 else match.end() + _WINDOW]
    return bool(_FRENCH.search(before)) and len(_FRENCH.findall(before + "|" + after)) >= 2


def _is_label(text: str, match: re.Match[str]) -> bool:
    """True for the colon of a form field or a title: "Name : Value" at the start of a line."""
    if not match.group().endswith(":"):
        return False
    opened = text.rfind("\n", 0, match.start()) + 1
    is_short = match.start() - opened < _WINDOW
    label = text[opened : match.start()].split() if is_short else []
    is_value = not text[match.end() : match.end() + 2].strip()[:1].islower()
    return is_short and is_value and len(label) < _SHORTEST_LABEL_WORDS


def _is_aligned(text: str, place: int) -> bool:
    """True on a line of columns: two gaps of three spaces or more, or a tab."""
    opened = max(text.rfind("\n", 0, place) + 1, place - 300)
    closed = text.find("\n", place, place + 300)
    line = text[opened : place + 300 if closed < 0 else closed].strip()
    return line.count("   ") >= 2 or ("\t" in line and "   " in line)


FIXER = Fixer(
    code="BRK303",
    name="surplus-space",
    severity="error",
    message="a space before or inside punctuation: '{0}'",
    edits=edits,
    mends=(
        ("The rain stopped , then it snowed .", "The rain stopped, then it snowed."),
        ("It snowed .Later it froze .", "It snowed. Later it froze."),
        (
            "Ships waited ;the port was full ; nobody paid !",
            "Ships waited ;the port was full; nobody paid!",
        ),
        ("Who paid ? Nobody did !!", "Who paid? Nobody did!!"),
        ("The port handled 4 ,200 boxes .", "The port handled 4,200 boxes."),
        (
            "The port ( once a fort ) closed , then opened .",
            "The port (once a fort) closed, then opened.",
        ),
        (
            "“ We wait ,” said one . He called it “ a start ” at best.",
            "“We wait,” said one. He called it “a start” at best.",
        ),
        (
            "The port 's cranes do n't move ; it is n't open .",
            "The port's cranes don't move; it isn't open.",
        ),
        ("They were tired : nobody had slept .", "They were tired: nobody had slept."),
        ("Ferries , trains , and buses", "Ferries, trains, and buses"),
    ),
    untouched=(
        "A question mark ? at the end of a clue means a joke , the rule says.",
        "He paused . . . and left. “And so . . .”",
        "Comment vas-tu ? Très bien ! Il est parti ; elle reste : voilà tout.",
        "“C’est la vie !” he said. « Où va-t-on ? » she asked.",
        "Vraiment\xa0? Oui\u202f!",
        "He runs .NET on a .com domain with a .38 in a drawer. The .Net runtime",
        "Item      Price ,  old      Price , new",
        "Smile :) or wink ;) or cry :-( or 3 : 1",
        "Boeing 's jets earned it the name “ bird ” at once.",
        "Name : Ann Lee\nDate : 5 May",
        "The '80s, rock 'n' roll, and the letter 's' in 'tis.",
        "It reads: “Take a hen , and boyle her ; then take onyons , and mynce them.”",
        "const a = b ? c : d ; // JavaScript source code, a programming snippet in HTML",
    ),
)
