"""
How often text in an old encoding is read right, by language and length.

    python benchmarks/accuracy/encodings.py FOLDER

FOLDER holds UTF-8 texts, one a language, a sentence or a paragraph a line, named by code: en.txt,
fr.txt, ... Lines are drawn and joined to texts of the lengths below, written in the encodings
usual for the language, and read again. Each text is also damaged: a lone byte of Windows-1252 is
put into it in UTF-8, which must stay UTF-8 with that byte alone lost.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random

from credcheck.read.encodings import decode

LENGTHS = (80, 400, 3000)
TEXTS = 20
ENCODINGS = {
    "cp1252": ["en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca"],
    "cp1250": ["pl", "cs", "hu", "sk", "sl", "hr", "ro"],
    "cp1251": ["ru", "uk", "bg", "sr", "mk"],
    "cp1253": ["el"],
    "cp1254": ["tr"],
    "cp1255": ["he"],
    "cp1256": ["ar"],
    "cp1257": ["lt", "lv", "et"],
    "iso8859_2": ["pl", "cs", "hu"],
    "iso8859_5": ["ru"],
    "koi8_r": ["ru"],
    "cp874": ["th"],
    "shift_jis": ["ja"],
    "euc_jp": ["ja"],
    "gb18030": ["zh_Hans"],
    "big5": ["zh_Hant"],
    "euc_kr": ["ko"],
}


def drawn(lines: list[str], length: int, random: Random) -> str:
    text = ""
    while len(text) < length:
        text += random.choice(lines) + " "
    return text[:length]


def verdict(data: bytes, expected: str, lost: int = 0) -> str:
    try:
        decoded = decode(data)
    except ValueError:
        return "binary"
    if decoded.text == expected and len(decoded.lost) == lost:
        return "right"
    return f"as {decoded.encoding}"


def old(text: str, encoding: str) -> str | None:
    """How the text is read in an old encoding; None if it is all ASCII."""
    data = text.encode(encoding, "ignore")
    return None if data.isascii() else verdict(data, data.decode(encoding))


def damaged(text: str, random: Random) -> str | None:
    """How the text is read in UTF-8 with a lone byte; None if it is all ASCII."""
    if text.isascii():
        return None
    place = random.randrange(len(text))
    data = text[:place].encode() + b"\x92" + text[place:].encode()
    return verdict(data, f"{text[:place]}\ufffd{text[place:]}", 1)


def shown(verdicts: list[str | None]) -> str:
    counts = Counter(one for one in verdicts if one)
    return ", ".join(f"{count} {what}" for what, count in counts.most_common(2)) or "-"


def main(folder: Path) -> None:
    for encoding, languages in {**ENCODINGS, "utf-8 damaged": sorted(_languages())}.items():
        for language in languages:
            path = folder / f"{language}.txt"
            if not path.exists():
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            random = Random(f"{encoding} {language}")
            cells = []
            for length in LENGTHS:
                texts = [drawn(lines, length, random) for _ in range(TEXTS)]
                if encoding == "utf-8 damaged":
                    cells.append(shown([damaged(text, random) for text in texts]))
                else:
                    cells.append(shown([old(text, encoding) for text in texts]))
            print(f"| {encoding} | {language} | " + " | ".join(cells) + " |")


def _languages() -> set[str]:
    return {language for languages in ENCODINGS.values() for language in languages}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
