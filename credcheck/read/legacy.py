"""
Name the encoding of bytes that are not UTF-8.

Western European text in Windows-1252 is by far the most common of these, and a few accents in a
long English text are what detectors most often get wrong. So spelling is asked first: in text of
that kind a high byte is a quotation mark, a dash, a sign, or a letter among letters, and the
letters are few, or all of them those of one language. Only where that fails is the detector
(charset-normalizer) asked. Measured in benchmarks/accuracy/encodings.md.
"""

from __future__ import annotations

import re

# The detector needs no more than this, and its time grows with it.
SAMPLE_BYTES = 32_768
# Share of high bytes that must stand where Windows-1252 has a use for them.
_PLAUSIBLE_RATIO = 0.8
# Share of letters outside ASCII up to which a text is English with names in it; text in another
# language has 2 % (Slovene, Italian) to 15 % (Czech) of them, other scripts 90 % and more.
_NAMES_RATIO = 0.015
# Share of those letters that must belong to the alphabet of one Western language.
_ALPHABET_RATIO = 0.97
# Below so many high bytes a detector guesses.
_DETECTABLE_BYTES = 12

# French, German, Spanish, Portuguese, Italian, Catalan, Dutch, Swedish and Finnish, Danish and
# Norwegian, Icelandic, Estonian: the letters outside ASCII of each (Unicode CLDR, exemplar sets).
_ALPHABETS = (
    "àâæçèéêëîïôùûüÿœ",
    "äöüßé",
    "áéíñóúü",
    "ãáâàçéêíóôõúü",
    "àèéìíîòóùú",
    "àèéíïòóúüç",
    "áéëíïóöúüèê",
    "åäöé",
    "æøåéóòôü",
    "áðéíóúýþæö",
    "äöõüšž",
)

# What news texts were written in before UTF-8. Left to its 90 encodings the detector takes Polish
# for Celtic or Nordic, and Russian in few words for the Cyrillic of the Macintosh.
_ENCODINGS = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_5 iso8859_7"
    " iso8859_9 koi8_r koi8_u cp866 cp874 cp932 euc_jp gb18030 big5 cp949"
)

_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_LETTER = re.compile(rb"[\x8a\x8c\x8e\x9a\x9c\x9e\xc0-\xd6\xd8-\xf6\xf8-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_VALID_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
)
_PLAUSIBLE = re.compile(
    # Quotation marks, dashes, ellipsis, euro, spaces, currency, signs, ordinals.
    rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb1\xb7\xba\xbb\xbf]"
    # Powers and fractions after figures, currency beside them.
    rb"|(?<=[0-9])[\xb2\xb3\xbc-\xbe]|(?<=[0-9\s])[\xa2\xa5\xd7]|(?<=[\s>])[\xbc-\xbe]"
    # An acute accent as an apostrophe, a soft hyphen, the sign for one in a million.
    rb"|(?<=[A-Za-z])(?:\xb4(?=[A-Za-z\s.,])|\xad(?=[A-Za-z]))|(?<=[0-9\s(])\xb5(?=[A-Za-z])"
    # A small letter beside a letter, or one that is a word by itself; a capital in its place.
    rb"|(?<=[A-Za-z\xc0-\xfe])[\x9a\x9c\x9e\xdf-\xf6\xf8-\xfe]"
    rb"|[\x9c\xe0-\xf6\xf8-\xfe](?=[A-Za-z\xc0-\xfe])"
    rb"|(?<=[\s(-])[\xe0\xe1\xe5\xe8\xe9\xed\xf2\xf3\xf6\xf9](?=[\s-])"
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
    is_plausible = len(_PLAUSIBLE.findall(data)) >= _PLAUSIBLE_RATIO * high
    letters = b"".join(_HIGH_LETTER.findall(data)).decode("cp1252").lower()
    if len(letters) <= _NAMES_RATIO * len(_LETTER.findall(data)):
        return "cp1252" if is_plausible else None
    if is_plausible and _is_western(letters):
        return "cp1252"
    detected = _detected(data) if high >= _DETECTABLE_BYTES else None
    return detected or ("cp1252" if is_plausible else None)


def _is_western(letters: str) -> bool:
    """True if nearly all letters outside ASCII are those of one Western language."""
    best = max(sum(map(letters.count, alphabet)) for alphabet in _ALPHABETS)
    return best >= _ALPHABET_RATIO * len(letters)


def _detected(data: bytes) -> str | None:
    """What the detector says, if the whole text can be read so."""
    from charset_normalizer import from_bytes

    first = _HIGH.search(data)
    start = max(0, first.start() - 64) if first else 0
    sample = data[start : start + SAMPLE_BYTES]
    best = from_bytes(sample, cp_isolation=_ENCODINGS.split()).best()
    if best is None or best.encoding.startswith("utf"):
        return None
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return best.encoding
