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

from credcheck.rules.broken._furniture import article_lines, pieces
from credcheck.rules.broken._lines import Line, sentences
from credcheck.types import Match, Prose, Rule, Severity, Span

_CUT = re.compile(
    r"[\[(<]\s?(?:…|\.{2,3}|&hellip;|[+…]?\s?\+?\d[\d,]{0,7} char(?:acter)?s|more"
    r"|cont(?:inued|d)?\.?)\s?[\])>]$"
    r"|\[…$",
    re.I,
)
_DOTS = re.compile(r"\s?(?:…|\.{2,3}|\. \. \.)$")
# Words that want another after them.
_OPEN_WORD = (
    r"the|a|an|of|to|and|or|but|in|on|at|by|for|with|from|as|that|which|who|whose|is|are|was|were"
    r"|be|been"
    r"|has|have|had|will|would|could|should|can|may|might|must|his|their|its|our|your|my|these"
    r"|those|than|because|while|when|where|if|into|between|against|during"
    r"|including|not|very|after|before|until|since|such|both|either|every|each"
    r"|we|they|he|she|i|Mr|Mrs|Ms|Dr|per|according|between"
)
_OPEN_END = re.compile(rf"(?:\b(?:{_OPEN_WORD})|[,(–—‘;&-]|[^.!?…\"”]\s?“)$", re.I)
_ADDRESS = re.compile(r"(?:https?:|www\.|@|#)\S{1,200}$")
_SIGNED = re.compile(
    r"https?:|www\.|[@#]\w|\.(?:com|org|net|pk|in|uk)\b|[)\]”\"’'»*_|“‘;]$|\b[A-Z]{2,}$|\d$"
    r"|^\W{0,2}(?:[Bb]y|Sources?|Photo|Image|Follow|Email|Contact|Tel|Phone|Written|Edited"
    r"|Reporting"
    r"|Additional|Copyright|To learn|For more|See|Read|Transcript|Courtesy)\b|^[—–•*©-]"
)
# A line of so many words without a full stop is no heading; after a whole sentence three will do.
WORDS_MIN = 15
FRAGMENT_WORDS_MIN = 3


def find(prose: Prose) -> Iterable[Match]:
    """The sentence the article breaks off in."""
    rows = [line for line in article_lines(prose.text) if any(map(str.isalnum, line.text))]
    if not rows:
        return
    span = _last(prose.text, rows[-1])
    severity = _cut(rows, span.of(prose.text), _leads_on(prose.text, span.end))
    if severity:
        words = " ".join(span.of(prose.text).split())[-50:]
        yield Match(span, (words,), severity=severity)


def _last(text: str, line: Line) -> Span:
    """The last sentence, and the one before it if it is nothing but a mark like "[+90 chars]"."""
    parts = sentences(text, line.span)
    if len(parts) > 1 and _CUT.fullmatch(parts[-1].of(text)):
        return Span(parts[-2].start, parts[-1].end)
    return parts[-1]


def _leads_on(text: str, end: int) -> bool:
    """True if a link to the rest comes right after: "Read more", "The post ... appeared first"."""
    following = next((piece for piece in pieces(text) if piece.span.start >= end), None)
    return following is not None and following.kind in ("related", "copyright")


def _cut(rows: Sequence[Line], sentence: str, leads_on: bool) -> Severity | None:
    """How surely the last sentence is cut; None if it is whole."""
    line = rows[-1]
    if _CUT.search(line.text):
        return "error"
    if _ADDRESS.search(sentence) or line.is_item or sentence.endswith(":"):
        return None
    if _DOTS.search(sentence):
        rest = _DOTS.sub("", sentence)
        is_cut = _OPEN_END.search(rest) is not None or _is_torn(rest)
        is_cut = is_cut and len(line.words) > 5
        return "error" if is_cut or leads_on else None
    return None if line.is_closed else _breaks_off(rows, line, sentence)


def _breaks_off(rows: Sequence[Line], line: Line, sentence: str) -> Severity | None:
    """True if the last words want others after them, or the line is too long for a heading."""
    words = sentence.split()
    if _is_title(words) or (len(rows) > 1 and not any(row.is_closed for row in rows[:-1])):
        return None
    if _OPEN_END.search(sentence) and len(line.words) >= 5:
        return "error"
    is_rest = len(words) < len(line.words)
    if _SIGNED.search(sentence) or len(words) < FRAGMENT_WORDS_MIN:
        return None
    return "warning" if is_rest or len(words) >= WORDS_MIN else None


def _is_torn(sentence: str) -> bool:
    """True if the last word is the beginning of one."""
    from credcheck.language.words import is_known

    word = sentence.rsplit(maxsplit=1)[-1]
    return len(word) > 2 and word.isalpha() and word.islower() and not is_known(word)


def _is_title(words: Sequence[str]) -> bool:
    """True if most words are capitalised: a signature, a headline."""
    return sum(not word[0].islower() for word in words) * 3 >= 2 * len(words)


RULE = Rule(
    code="BRK404",
    name="truncated-end",
    severity="error",
    message="the text breaks off here: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday. [[Repairs will take until the]]",
        "The harbour board closed the old pier on Monday. [[Repairs will begin when the steel "
        "[…]]]",
        "The harbour board closed the old pier on Monday.\n\n[[The ferry will leave from the fish "
        "quay until the autumn, when the engineer of the board expects the new legs to be stro]]",
        "The harbour board closed the old pier on Monday. [[Repairs will take until…]]\n\nRead "
        "more",
    ),
    good=(
        "The harbour board closed the old pier on Monday. And nobody said a word…",
        "The harbour board closed the old pier on Monday.\n\nJane Whitmore",
        "The harbour board closed the old pier on Monday.\n\nSource: www.harbourpost.example/pier",
        "“The old pier has seen worse than this,” she said. “It will see worse again.”",
        "Old pier closes after rust is found in its legs",
    ),
)
