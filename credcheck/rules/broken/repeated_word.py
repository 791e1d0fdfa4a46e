"""
Find a word that is written twice in a row.

## Why it matters
Line breaks, editing and paraphrase tools leave doubled words behind.

## When it is wrong
"had had" and "that that" are grammatical, "very very" is emphasis and "Duran Duran" a name; they
are allowed. A stammer that is written down on purpose is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from credcheck.lexicons import entries
from credcheck.types import Edit, Match, Prose, Rule, Span

_TWICE = re.compile(
    r"(?<![\w'’.&/@#$-])([A-Za-z]{1,20})([ \t\xa0]{1,3}|\s?\n\s?)\1(?![\w'’&/@-])", re.I
)

# Words that may rightly come twice where a clause ends in the first of them: "what it is is",
# "moved in in May", "gave her her coat", "what he did did harm".
_HINGES = frozenset(
    [
        "is",
        "was",
        "in",
        "on",
        "that",
        "had",
        "her",
        "you",
        "it",
        "to",
        "do",
        "did",
        "have",
        "one",
        "who",
    ]
)
_HINGE_SIGNS = re.compile(
    r"\b(?:what|all|where|how|who|whatever|thing|things|problem|reason|point|truth)\b[^.!?\n]{0,60}$",
    re.I,
)
_PARTICLE_VERBS = re.compile(
    r"\b(?:go|goes|going|gone|went|carr(?:y|ies|ied|ying)|mov(?:e|es|ed|ing)|log(?:s|ged|ging)?"
    r"|com(?:e|es|ing)|came|liv(?:e|es|ed|ing)|br(?:ing|ought|inging)|set(?:tled)?|sign(?:ed)?|check(?:ed)?"
    r"|put|turn(?:ed|s)?|believe[ds]?|interested|involved|engaged|hold|held|kept|keep|pass(?:ed)?"
    r"|stay(?:ed)?|work(?:ed|s)?|held|fill(?:ed)?|kick(?:ed|s)?|sworn|used|belong(?:s|ed)?)\s+$"
)


def find(prose: Prose) -> Iterable[Match]:
    """Doubled words."""
    text = prose.text
    for twice in _TWICE.finditer(text):
        if _is_slip(text, twice):
            span = Span(*twice.span())
            gap = Span(twice.end(1), twice.end())
            yield Match(span, (twice.group(1),), (Edit(gap, "", "", "unsafe"),))


def _is_slip(text: str, twice: re.Match[str]) -> bool:
    first, second = twice.group(1), text[twice.end(2) : twice.end()]
    word = first.lower()
    if word in entries("doubled_words") or _is_name(first, second):
        return False
    if "\n" in twice.group(2) and (second[0].isupper() or text.count("\n", *twice.span(2)) > 1):
        return False
    before = text[max(0, twice.start() - 80) : twice.start()]
    if len(word) == 1 and word not in "ai":
        return False
    return word not in _HINGES or not (
        _HINGE_SIGNS.search(before)
        or _PARTICLE_VERBS.search(before)
        or word in ("that", "had", "her")
    )


def _is_name(first: str, second: str) -> bool:
    return second[0].isupper() and (first[0].isupper() or second.isupper()) and first not in "I A"


RULE = Rule(
    code="BRK305",
    name="repeated-word",
    severity="warning",
    message="“{}” is written twice in a row",
    find=find,
    bad=(
        "They met in [[the the]] fish market at noon.",
        "The board [[will will]] meet again on Tuesday.",
        "A lot [[of of]] rust was found, and the pier [[is is]] shut.",
        "[[The the]] pier was closed.",
        "He walked along [[the\nthe]] quay.",
        "The [[report report]] was never printed.",
    ),
    good=(
        "She had had enough, and said that that was all.",
        "What it is is a pier. The month they moved in in was May.",
        "It was a very very long night, night after night, and they sang bye bye.",
        "Duran Duran played in Walla Walla; Boutros Boutros-Ghali sent his regrets.",
        "He gave her her coat. New York, New York.",
        "theory the theorem; 20 20 vision",
    ),
    missed=("It is what [[it is it is]].",),
)
