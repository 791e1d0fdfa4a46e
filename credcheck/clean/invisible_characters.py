"""
Find characters that cannot be seen (controls, zero-width spaces, stray joiners), and remove them.

## Why it matters
They split words for every search, they hide what was pasted together, and some can carry hidden
messages.

## When it is wrong
Joiners are letters in Persian and in Indic scripts and hold emoji together; zero-width spaces part
words in Thai, Khmer, Lao and Burmese. There they stay. Soft hyphens and zero-width spaces in Latin
text are left over from typesetting: they do no harm to the eye, hence a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.odd_characters import odd_characters
from credcheck.types import Edit, Fixer, Span

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u180e\u200b-\u200d"
    "\u2028\u2029\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]+"
)
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH_SPACE = "\u200b"
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_WAVING_FLAG = "\U0001f3f4"
# Scripts whose letters are shaped by joiners: Arabic to Tibetan, Burmese, Khmer, Mongolian.
_SHAPED = re.compile("[\u0600-\u0fff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\U00010a00-\U00011fff]")
# Scripts written without spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
_PICTURE = re.compile(
    "[#*0-9\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3"
    "\U0001f000-\U0001faff]"
)
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def edits(text: str) -> Iterator[Edit]:
    """Edits that remove what cannot be seen, with a space it leaves doubled."""
    if not _INVISIBLE.search(odd_characters(text)):
        return
    for match in _INVISIBLE.finditer(text):
        yield from _run(text, match.start(), match.end())


def _run(text: str, start: int, end: int) -> Iterator[Edit]:
    """The characters of a run that have no work to do, those side by side as one edit."""
    place = start
    while place < end:
        first = place
        while place < end and not _is_at_work(text, place):
            place += 1
        if place > first:
            yield _removal(text, first, place)
        place += 1


def _removal(text: str, start: int, end: int) -> Edit:
    removed = text[start:end]
    reason = " ".join(f"U+{ord(character):04X}" for character in removed[:3])
    if not _LINE_ENDS.isdisjoint(removed):
        return Edit(Span(start, end), "\n", reason)
    is_doubled = text[start - 1 : start] in (" ", "\n", "") and text[end : end + 1] == " "
    return Edit(Span(start, end + is_doubled), "", reason)


def _is_at_work(text: str, place: int) -> bool:
    """True if the invisible character at `place` shapes its neighbours, as it should."""
    character = text[place]
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if character in _JOINERS:
        return _joins(before, after)
    if character == _ZERO_WIDTH_SPACE:
        return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
    if character in _FILLERS:
        return "\u1100" <= before <= "\ud7ff" or "\u1100" <= after <= "\ud7ff"
    if "\ufe00" <= character <= "\ufe0f":
        return bool(_PICTURE.match(before) or _CHINESE.match(before) or _SHAPED.match(before))
    return _is_rare_at_work(text, place, character, before)


def _joins(before: str, after: str) -> bool:
    if _SHAPED.match(before):
        return True
    return bool(_PICTURE.match(before) and _PICTURE.match(after))


def _is_rare_at_work(text: str, place: int, character: str, before: str) -> bool:
    if character >= "\U000e0100":
        return bool(_CHINESE.match(before))
    if character >= "\U000e0020":
        return _WAVING_FLAG in text[max(0, place - 8) : place]
    if character == "\u034f":
        return "\u0300" <= before <= "\u05ff"
    return character == "\u180e" and bool(_SHAPED.match(before))


FIXER = Fixer(
    code="BRK102",
    name="invisible-characters",
    severity="warning",
    message="an invisible character ({2})",
    edits=edits,
    mends=(
        ("par\u200bliament and coun\xadcil", "parliament and council"),
        ("\ufeffThe port closed.", "The port closed."),
        ("The port\x07 closed\x00.", "The port closed."),
        ("He waited… \u200d “Now,” he said.", "He waited… “Now,” he said."),
        ("One line.\u2028Another line.", "One line.\nAnother line."),
        ("An image \ufffcstood here.", "An image stood here."),
        ("hid\U000e0068\U000e0069den", "hidden"),
        ("a\ufe0f b\u3164c", "a bc"),
        ("end of page\x0cstart of page", "end of page\nstart of page"),
    ),
    untouched=(
        "می\u200cخواهم به خانه بروم.",
        "The word क\u094d\u200dष in Devanagari; ശ\u0d4d\u200d too.",
        "A family 👨\u200d👩\u200d👧 and a flag 🏳\ufe0f\u200d🌈, ❤\ufe0f.",
        "Key 1\ufe0f\u20e3, a heart ❤\ufe0f.",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f is England's.",
        "ภาษา\u200bไทย ခရီး\u200bသွား",
        "葛\U000e0100城市",
        "Tabs\tand\r\nline ends stay.",
    ),
)
