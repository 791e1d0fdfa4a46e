"""
Find letters that were read in the wrong encoding, and read them again.

## Why it matters
UTF-8 read as Windows-1252 turns an apostrophe into three characters: names no longer match, and
a quotation cannot be found. Double damage, damage of a part of a line only, lost bytes, and UTF-8
read as a Chinese encoding are seen too.

## When it is wrong
A text about encodings that shows the damage is left alone. Only sequences that are all but
impossible in real text are taken (the heuristic of ftfy, by Robyn Speer, Apache-2.0), and only
round a suspect character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credcheck.clean.odd_characters import odd_characters
from credcheck.clean.rewritten import edits_between
from credcheck.clean.shown_code import is_about_encodings
from credcheck.types import Edit, Fixer, Span

# What UTF-8 becomes in Windows-1252, Latin-1, Mac Roman, Windows-1251 or GBK holds one of these.
_SUSPECT = re.compile("[\x80-\x9f\xa1-\u024f\u0370-\u05ff\u2020-\u2022\u2122\u221a\u9225\u9239]")
# Damage that lies further apart than this is mended apart; no sequence of one letter is longer.
_REACH = 24
# Mending compares a piece with what became of it, so a piece has a longest length.
_LONGEST_PIECE = 1500
# An author who shows what a machine made of a name shows it so often at most.
_CONTRASTED_MAX = 3
_WORD = re.compile(r"[^\W\d_]{2,40}")
# The closing quote: its last byte does not exist in Windows-1252 and is lost on the way.
_CUT_QUOTE = re.compile("â€(?:\ufffd|\x9d|(?<=[.,!?…]â€)\\?|(?=[\\s.,;:!?)\\]]|$))")
# The first byte of an apostrophe alone, the other two dropped as control characters.
_CUT_APOSTROPHE = re.compile(
    r"(?<![^\W\d_])([A-Za-z]{2,20}|I)â(?=(?:s|re|ve|ll|d|m)(?![^\W\d_]))"
    r"|(?<![^\W\d_])(?:[CcWwDd]o|[Cc]a|[Ww]o|[A-Za-z]{2,6})nâ(?=t(?![^\W\d_]))"
)
# The first byte of a no-break space alone, in text without another accent.
_LONE = re.compile("(?<!\\S)Â[ \xa0]")
_ACCENTED = re.compile("[\xc0-\xc1\xc3-\u024f]")
# A capital of Windows-1252 between small letters, after the first byte of a two-byte letter.
_CAPITAL_PAIR = re.compile("(?<=[a-z])[ÃÄÅ][ŸŠŽŒ](?=[a-z])")
# A dash whose last byte became a quotation mark and then a straight one.
_DASH = re.compile('(?<=[ \\w])â€"(?=[ \\w])')
# The last two bytes of a dash or a quotation mark, or the second of them beside one that is whole.
_TAIL = re.compile("(?<!â)\x80[\x93\x94\x98\x99\x9c\x9d\xa6]")
_BESIDE = re.compile("\x80(?=[–—’“”…])")
_CHINESE = re.compile("(?<=[\x00-\u024f])[\u9225\u9239][\u3400-\u9fff\ue000-\uf8ff?]?")


def edits(text: str) -> Iterator[Edit]:
    """Edits that decode again what was decoded wrongly, piece by piece."""
    if not _SUSPECT.search(odd_characters(text)):
        return
    found = [(span, _mended(span.of(text))) for span in _pieces(text)]
    changed = [(span, mended) for span, mended in found if mended != span.of(text)]
    if changed and not is_about_encodings(text) and not _is_contrasted(text, changed):
        for span, mended in changed:
            yield from edits_between(span.of(text), mended, span.start)


def _is_contrasted(text: str, changed: Sequence[tuple[Span, str]]) -> bool:
    """True if few words are damaged and each stands in the text whole as well: "Zoë", "ZoÃ«"."""
    if len(changed) > _CONTRASTED_MAX:
        return False
    words = {
        word
        for span, mended in changed
        for word in set(_WORD.findall(mended)) - set(_WORD.findall(span.of(text)))
    }
    whole = set(_WORD.findall(text))
    return bool(words) and all(not word.isascii() and word in whole for word in words)


def _pieces(text: str) -> Iterator[Span]:
    """Stretches of one line round suspect characters, cut between words."""
    done = 0
    while suspect := _SUSPECT.search(text, done):
        start = max(done, _line_start(text, suspect.start()), suspect.start() - _REACH)
        end = _end(text, suspect.end(), start + _LONGEST_PIECE)
        yield Span(start, end)
        done = end


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", max(0, place - _REACH), place) + 1


def _end(text: str, place: int, limit: int) -> int:
    """The end of a piece: no suspect character within reach, or the line or the length is full."""
    line = text.find("\n", place, limit)
    stop = min(limit, len(text)) if line < 0 else line
    while suspect := _SUSPECT.search(text, place, min(stop, place + _REACH)):
        place = suspect.end()
    return min(stop, place + _REACH)


def _mended(piece: str) -> str:
    from ftfy import fix_encoding

    piece = _CUT_QUOTE.sub("”", _DASH.sub("–", piece))
    piece = _CUT_APOSTROPHE.sub(lambda match: match.group()[:-1] + "’", piece)
    piece = _CHINESE.sub(_from_chinese, piece)
    piece = _BESIDE.sub("", piece)
    piece = _TAIL.sub(lambda match: _again("â" + match.group(), "latin-1"), piece)
    if _is_french(piece):
        return piece
    mended: str = fix_encoding(_LONE.sub("", piece))
    return _CAPITAL_PAIR.sub(lambda m: _again(m.group(), "cp1252"), mended)


def _is_french(piece: str) -> bool:
    """True if a lone "Â" is the word, for it stands among accents that are whole."""
    from ftfy.badness import is_bad

    others = _LONE.sub("", piece)
    return others != piece and bool(_ACCENTED.search(others)) and not is_bad(others)


def _from_chinese(match: re.Match[str]) -> str:
    return "”" if match.group().endswith("?") else _again(match.group(), "gb18030")


def _again(garbled: str, encoding: str) -> str:
    """`garbled` encoded as it was read and read as UTF-8; itself if that cannot be."""
    try:
        return garbled.encode(encoding).decode()
    except UnicodeError:
        return garbled


FIXER = Fixer(
    code="BRK101",
    name="mojibake",
    severity="error",
    message="'{0}' was read in the wrong encoding: '{1}'",
    edits=edits,
    mends=(
        ("The cafÃ© reopened.", "The café reopened."),
        ("It cost \x8040 \x80\x94 or \x80— more.", "It cost €40 — or — more."),
        ("The mayorâ€™s office didnâ€™t reply.", "The mayor’s office didn’t reply."),
        ("â€œWe are ready,â€\x9d she said.", "“We are ready,” she said."),
        ("â€œWe are ready,â€ she said.", "“We are ready,” she said."),
        ("â€œWe are ready,â€\ufffd she said.", "“We are ready,” she said."),
        ("She called it â€œa start.â€?", "She called it “a start.”"),
        ("The harbourÃ¢â‚¬â„¢s cranes", "The harbour’s cranes"),
        ("The bill came to Â£40 â€“ paid’s", "The bill came to £40 – paid’s"),
        ("Prices rose by â‚¬3.", "Prices rose by €3."),
        ("President ErdoÄŸan and Mr Å\x9aliwa met.", "President Erdoğan and Mr Śliwa met."),
        ("The ferry wonât sail; itâs late.", "The ferry won’t sail; it’s late."),
        ("The ferry won\x92t sail.", "The ferry won’t sail."),
        ("l‚Äôaccord de No√´l", "l’accord de Noël"),
        ("The port鈥檚 cranes", "The port’s cranes"),
        ("ÐŸÐ¾Ñ€Ñ‚ Ð·Ð°ÐºÑ€Ñ‹Ñ‚", "Порт закрыт"),
        ('The port â€" the old one â€" closed.', "The port – the old one – closed."),
        ("Ferries ran. Â The port closed.", "Ferries ran. The port closed."),
    ),
    untouched=(
        "She is Zoë, and for years the printer has written to her as ZoÃ«.",
        "The café reopened, the naïve said; ’good’ and “better”.",
        "SÃO PAULO – A MÃE DO PRESIDENTE",
        "Château, gâteau, bâtiment, mât et dégâts; hotărât, râs.",
        "In UTF-8 the letter é takes two bytes; read as Latin-1 they show as Ã©.",
        "Ångström, Ærø, Łódź, Ğ, Đà Nẵng, Þórr",
        "Â ce moment-là, l’Église était vide.",
        "†Died 1843. ‡See note. •Item",
    ),
)
