"""
Find an article that stops in the middle of a sentence.

## Why it matters
What was cut off may be what changes the story; a summary feed carries only the beginning.

## When it is wrong
A writer may end on three dots for effect, or on a line of a list without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, last_sentence
from credcheck.types import Match, Prose, Rule

_CUT = re.compile(
    r"[\[(<]\s?(?:…|\.{2,3}|&hellip;|\+\d{1,6} chars|more|cont(?:inued|d)?\.?)\s?[\])>]$|\[…$", re.I
)
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S{1,200}$")
_DOTS = re.compile(r"(?:…|\.\.\.|\. \. \.)$")
_OPEN_WORD = (
    r"the|a|an|of|to|and|or|but|in|on|at|by|for|with|from|as|that|which|who|whose|is|are|was|were|be|been"
    r"|has|have|had|will|would|could|should|can|may|might|must|his|her|their|its|our|your|my|this|these"
    r"|those|than|because|while|when|where|if|into|over|under|about|between|against|during|through"
    r"|including|also|not|very|more|said|told|after|before|until|since|such|so|both|either|every|each"
    r"|we|they|he|she|i|Mr|Mrs|Ms|Dr|per"
)
_OPEN_END = re.compile(rf"(?:\b(?:{_OPEN_WORD})|[,(–—“‘;&-])$", re.I)
_SIGNED = re.compile(
    r"https?:|www\.|[@#]\w|\.(?:com|org|net|pk|in|uk)\b|[)\]”\"’'»*_|]$|\b[A-Z]{2,}$|\d$"
    r"|^(?:[Bb]y|Source|Photo|Image|Follow|Email|Contact|Tel|Phone|Written|Edited|Reporting"
    r"|Additional|Copyright|©|\*|•|-|–|—)\b"
)
# A line of so many words without a full stop is no heading; after a whole sentence three will do.
WORDS_MIN = 15
FRAGMENT_WORDS_MIN = 3


def find(prose: Prose) -> Iterable[Match]:
    """The sentence the article breaks off in."""
    rows = article_lines(prose.text)
    if not rows:
        return
    line = rows[-1]
    span = last_sentence(prose.text, line)
    if _is_cut(rows, line, span.of(prose.text)):
        yield Match(span, (" ".join(span.of(prose.text).split())[-50:],))


def _is_cut(rows: Sequence[Line], line: Line, sentence: str) -> bool:
    if _CUT.search(line.text):
        return True
    if _ADDRESS.search(sentence):
        return False
    if _DOTS.search(sentence):
        return (
            _OPEN_END.search(_DOTS.sub("", sentence).rstrip()) is not None and len(line.words) > 5
        )
    if line.is_closed or line.is_item or sentence.endswith(":"):
        return False
    return _breaks_off(rows, line, sentence)


def _breaks_off(rows: Sequence[Line], line: Line, sentence: str) -> bool:
    """True if the last words want others after them, or the line is too long for a heading."""
    words = sentence.split()
    is_rest = len(words) < len(line.words)
    long_enough = len(line.words) >= WORDS_MIN or is_rest
    if _OPEN_END.search(sentence) and len(line.words) >= 5:
        return True
    if _SIGNED.search(sentence) or _is_title(words) or not _has_closed(rows):
        return False
    return long_enough and len(words) >= FRAGMENT_WORDS_MIN


def _is_title(words: Sequence[str]) -> bool:
    """True if most words are capitalised: a signature, a headline."""
    return sum(not word[0].islower() for word in words) * 3 >= 2 * len(words)


def _has_closed(rows: Sequence[Line]) -> bool:
    """True if the article ends its sentences elsewhere."""
    return len(rows) == 1 or any(line.is_closed for line in rows[:-1])


RULE = Rule(
    code="BRK404",
    name="truncated-end",
    severity="error",
    message="the text breaks off here: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday. [[Repairs will take until the]]",
        "The harbour board closed the old pier on Monday. [[Repairs will begin when the steel […]]]",
        "The harbour board closed the old pier on Monday.\n\n[[The ferry will leave from the fish "
        "quay until the autumn, when the engineer of the board expects the new legs to be stro]]",
        "The harbour board closed the old pier on Monday. [[Repairs will take until…]]\n\nRead more",
    ),
    good=(
        "The harbour board closed the old pier on Monday. And nobody said a word…",
        "The harbour board closed the old pier on Monday.\n\nJane Whitmore",
        "The harbour board closed the old pier on Monday.\n\nSource: www.harbourpost.example/pier",
        "“The old pier has seen worse than this,” she said. “It will see worse again.”",
        "Old pier closes after rust is found in its legs",
    ),
)
