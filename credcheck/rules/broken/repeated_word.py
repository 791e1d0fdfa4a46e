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
from itertools import pairwise

from credcheck.lexicons import entries
from credcheck.types import Edit, Match, Prose, Rule, Span

_TWICE = re.compile(
    r"(?<![\w'’.&/@#$-])([A-Za-z]{1,20})([ \t\xa0]{1,3}|\s?\n\s?)\1(?![\w'’&/@+-])", re.I
)

# Words that may rightly come twice where a clause ends in the first of them: "what it is is",
# "moved in in May", "gave her her coat", "what he did did harm".
_HINGES = frozenset(("is", "was", "in", "on", "it", "to", "do", "did", "have", "one", "who", "you"))
_ALWAYS = frozenset(("that", "had", "her"))
# "very very very" is emphasis, "the the the" is none.
_NOT_SAID_THRICE = frozenset(("the", "a", "an", "of", "at", "and", "with", "for", "from"))
# "on and on and", "going to have to have", "what it is it is", "you do you do".
_LINKING = frozenset(("and", "or", "by", "have", "after", "no", "is", "do", "are", "was", "what"))
_HINGE = re.compile(
    r"\b(?:what|all|where|how|who|whatever|things?|problem|reason|point|truth)\b[^.!?\n]{0,60}$",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:one|him|her|it|them|us|me|you|this|that|those|these)\s+$", re.I)
_VERB = re.compile(r"(\w{2,12})\s+$")
# "that that the": no clause begins so.
_SUBJECT = re.compile(r"\s(?:the|a|an|he|she|they|we|it|his|her|their|its)\s")
_GOVERNS = re.compile(
    r"\b(?:of|than|for|with|in|on|by|after|before|about|like|to|at|from|into|is|was|be|do|did|does"
    r"|and|but|so|all|despite|beyond|without)\s+\Z"
)
# "fired at at least two", "on the side of of course we must": the second begins a set phrase.
_SET_PHRASE = {
    "first": ("lady", "ladies", "family", "minister"),
    "at": ("least", "most", "all", "once", "first", "last"),
    "of": ("course", "late"),
}
_TALK = re.compile(
    r"\b(?:doubled|stutter\w*|stammer\w*|typos?|misprint\w*|(?:words?|letters?|printed|typed|written"
    r"|spelt|spelled|said|wrote|appears?|reads?) (?:it |them |that )?twice|repeated (?:the )?words?"
    r"|words? (?:is |was |are |were )?repeated)\b"
)
# "in the in the": two words of grammar, and the same two again.
_AGAIN = re.compile(
    r"(?<![\w'’.&/@#$-])(([A-Za-z]{1,8}) ([A-Za-z]{1,8}))([ \xa0\n])\1(?![\w'’&/@+-])"
)
# "Those who can't teach teach gym": the clause ends in the first.
_DENIED = re.compile(r"\b(?:can|don|won|couldn|didn|wouldn)(?:no)?['’]?t\s+$")
# “The the” is a typo that somebody talks about.
_OPEN = ("“", "‘", '"', "'")
_SHUT = ("”", "’", '"', "'")


def find(prose: Prose) -> Iterable[Match]:
    """Doubled words."""
    text = prose.text
    if not _has_neighbours(text):
        return
    for twice in _TWICE.finditer(text):
        if _is_slip(text, twice):
            span = Span(*twice.span())
            gap = Span(twice.end(1), twice.end())
            yield Match(span, (twice.group(1),), (Edit(gap, "", "", "unsafe"),))
    for again in _AGAIN.finditer(text):
        left, right = again.group(2).lower(), again.group(3).lower()
        if left != right and _is_of_grammar(left, right) and not _is_spoken_of(text, again):
            gap = Span(again.end(1), again.end())
            yield Match(Span(*again.span()), (again.group(1),), (Edit(gap, "", "", "unsafe"),))


def _is_of_grammar(left: str, right: str) -> bool:
    """True for two words that no phrase is said twice of ("over and over and over")."""
    known = entries("grammar_words")
    return left in known and right in known and not {left, right} & _LINKING


def _has_neighbours(text: str) -> bool:
    """True if some word may be followed by itself: most texts are turned away here, fast."""
    words = text.lower().split()
    return any(
        left in right and right.startswith(left) and not right[len(left) :].isalnum()
        for left, right in pairwise(words)
    ) or any(
        left == right and first == second[: len(first)]
        for left, first, right, second in zip(words, words[1:], words[2:], words[3:], strict=False)
    )


def _is_slip(text: str, twice: re.Match[str]) -> bool:
    first, second = twice.group(1), text[twice.end(2) : twice.end()]
    word = first.lower()
    if word in entries("doubled_words") or (len(word) == 1 and word not in "ai"):
        return False
    if second[0].isupper() and (first != second or first not in ("I", "A")):
        return False
    if (
        text[max(0, twice.start() - 1) : twice.start()] in _OPEN
        and text[twice.end() : twice.end() + 1] in _SHUT
    ):
        return False
    if _is_spoken_of(text, twice) or _is_other(text, twice, first, second):
        return False
    if word == "that":
        is_clause = _SUBJECT.match(text, twice.end()) is not None
        return is_clause and not _GOVERNS.search(text[max(0, twice.start() - 16) : twice.start()])
    is_thrice = text[twice.end() : twice.end() + len(word) + 1].strip().lower() == word
    before = text[max(0, twice.start() - len(word) - 3) : twice.start()].strip(' \n,“"').lower()
    following = text[twice.end() : twice.end() + 10].split()[:1]
    return (
        (word in _NOT_SAID_THRICE or not (is_thrice or before == word))
        and not (following and following[0].strip(",.") in _SET_PHRASE.get(word, ()))
        and word not in _ALWAYS
        and not _DENIED.search(text[max(0, twice.start() - 12) : twice.start()])
        and not _is_hinge(word, text[max(0, twice.start() - 80) : twice.start()])
    )


def _is_other(text: str, twice: re.Match[str], first: str, second: str) -> bool:
    """True for "the WHO who", and for what a quotation opens with for effect: “bushy bushy”."""
    if len(first) > 1 and first.isupper() and second.islower():
        return True
    is_opened = text[max(0, twice.start() - 1) : twice.start()] in _OPEN
    return is_opened and first.lower() not in entries("grammar_words")


def _is_spoken_of(text: str, twice: re.Match[str]) -> bool:
    """True if the text says that the word stands twice."""
    if text.startswith("[sic]", twice.end() + 1):
        return True
    near = text[max(0, twice.start() - 160) : twice.end() + 160]
    return _TALK.search(near) is not None


def _is_hinge(word: str, near: str) -> bool:
    """True if a clause may end in the first of the two."""
    if word not in _HINGES:
        return False
    verb = _VERB.search(near)
    return bool(
        _HINGE.search(near)
        or _PRONOUN.search(near)
        or (verb and verb.group(1).lower() in entries("particle_verbs"))
    )


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
        "The pier was repaired twice and stands [[in the in the]] old harbour.",
        "They leant over [[the the]] the edge and agreed [[not to not to]] look.",
    ),
    good=(
        "She had had enough, and said that that was all.",
        "What it is is a pier. The month they moved in in was May.",
        "It was a very very long night, night after night, and they sang bye bye.",
        "Duran Duran played in Walla Walla; Boutros Boutros-Ghali sent his regrets.",
        "He gave her her coat. New York, New York.",
        "theory the theorem; 20 20 vision",
        "The WHO who came in in May sang “bushy bushy hair” until the fog set in in the valley.",
        "They fired at at least two boats. We are winning, winning winning.",
    ),
    missed=("It is what [[it is it is]].",),
)
