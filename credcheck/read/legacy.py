"""
Name the encoding of bytes that are not UTF-8.

Western European text in Windows-1252 is by far the most common of these, and a few accents in a
long English text are what detectors most often get wrong. So spelling is asked first: in text of
that kind a high byte is a quotation mark, a dash, a sign, or a letter among letters. Only where
that fails, or where most letters are high bytes, is the detector (charset-normalizer) asked.
"""

from __future__ import annotations

import re

# The detector needs no more than this, and its time grows with it.
SAMPLE_BYTES = 32_768
# Share of high bytes among letters above which a text is no Western European language: at most
# 0.08 in French, Portuguese and Scandinavian prose, 0.9 and more in Cyrillic, Greek and Arabic.
_FOREIGN_RATIO = 0.25
# Share of high bytes that must stand where Windows-1252 has a use for them.
_PLAUSIBLE_RATIO = 0.9
# Below so many high bytes a detector guesses.
_DETECTABLE_BYTES = 12

_HIGH = re.compile(rb"[\x80-\xff]")
_VALID_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
)
_HIGH_LETTER = re.compile(rb"[\xc0-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_PLAUSIBLE = re.compile(
    # Quotation marks, dashes, ellipsis, euro, spaces, currency, signs, ordinals, fractions.
    rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb1\xb7\xba\xbb\xbf]"
    rb"|(?<=[0-9])[\xb2\xb3\xbc-\xbe]|(?<=[0-9\s])[\xa2\xa5\xd7]|(?<=[\s>])[\xbc-\xbe]"
    # A small letter beside a letter, or a word by itself; a capital before a letter.
    rb"|(?<=[A-Za-z\xc0-\xfe])[\x9a\x9c\x9e\xdf-\xf6\xf8-\xfd]"
    rb"|[\x9c\xe0-\xf6\xf8-\xfd](?=[A-Za-z\xc0-\xfe])|(?<=[\s(])[\xe0\xe8\xe9\xf3](?=\s)"
    rb"|(?<![a-z\xe0-\xfe])[\x8a\x8c\x8e\xc0-\xd6\xd8-\xde](?=[A-Za-z\xc0-\xfe'\x92])"
    rb"|(?<=[A-Z\xc0-\xde])[\x8a\x8c\x8e\xc0-\xd6\xd8-\xde]"
)


def legacy_encoding(data: bytes) -> str | None:
    """
    The encoding of bytes that are not valid UTF-8, as Python names it.

    None if they are UTF-8 with damage, or nothing that can be named. The encoding given reads
    every byte, but for the five that Windows-1252 leaves open.
    """
    high = len(_HIGH.findall(data))
    whole = sum(map(len, _VALID_UTF8.findall(data)))
    if 2 * whole >= high:
        return None
    letters = len(_LETTER.findall(data))
    if len(_HIGH_LETTER.findall(data)) <= _FOREIGN_RATIO * letters and _is_western(data, high):
        return "cp1252"
    return _detected(data) if high >= _DETECTABLE_BYTES else None


def _is_western(data: bytes, high: int) -> bool:
    return len(_PLAUSIBLE.findall(data)) >= _PLAUSIBLE_RATIO * high


def _detected(data: bytes) -> str | None:
    """What the detector says, if the whole text can be read so."""
    from charset_normalizer import from_bytes

    start = max(0, data.find(_HIGH.search(data).group()) - 64)  # type: ignore[union-attr]
    best = from_bytes(data[start : start + SAMPLE_BYTES]).best()
    if best is None or best.encoding.startswith("utf"):
        return None
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return best.encoding
