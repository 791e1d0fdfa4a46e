"""
The words of a text as a reader counts them.

A run of letters and digits is a word, with the hyphens, points and apostrophes inside it. In
scripts written without spaces every character counts.
"""

from __future__ import annotations

import re

# Thai to Burmese, Khmer, kana, Chinese; as `credcheck.align.words` cuts them.
_UNSPACED = "\u0e00-\u10ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = re.compile(rf"{_LETTER}+(?:['’.,-]{_LETTER}+)*|[^\W_]")


def words(text: str) -> tuple[int, ...]:
    """Where each word of a text starts."""
    return tuple([match.start() for match in _WORD.finditer(text)])
