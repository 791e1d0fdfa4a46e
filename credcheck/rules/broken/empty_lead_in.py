"""
Find a lead-in that leads to nothing: “Key points included:” with no points after it.

## Why it matters
The list, table or picture it announces was lost on the way, and with it what the author had to say.

## When it is wrong
A list whose items are whole paragraphs is taken for a list only if they look alike; a lead-in may
be meant for a picture that is shown beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, last_sentence
from credcheck.types import Match, Prose, Rule

_LIST = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|such as|namely|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|as follows"
    r"|following(?: [\w-]{1,20}){0,4}|(?:are|were)(?: [\w-]{1,20}){0,4}|these(?: [\w-]{1,20}){0,3}"
    r"|listed(?: \w{1,12}){0,3}|(?:two|three|four|five|six|seven|eight|ten|several|some|many|key|main|major"
    r"|top|other|few|various)(?: [\w-]{1,20}){0,4}s(?: \w{1,12}){0,3}"
    r"|(?:points|concerns|issues|reasons|priorities|measures|factors|steps|findings|highlights|takeaways"
    r"|recommendations|demands|challenges|results|features|benefits|areas|goals|objectives|examples"
    r"|lessons|changes|questions|proposals|conditions|requirements|rules|options|terms))\s*:$",
    re.I,
)
_SHOWN = re.compile(
    r"\b(?:(?:shown|seen|pictured|see|watch|listed|below|embedded|displayed|illustrated)(?: \w{1,12}){0,3}"
    r"|(?:table|chart|graph|figure|map|video|photo|picture|image|gallery|infographic|clip|screenshot|tweet)"
    r"(?: \w{1,12}){0,2})\s*:$",
    re.I,
)
_WORDS_FOLLOW = re.compile(
    r"\b(?:said|says|wrote|writes|tweeted|posted|added|asked|replied|told|declared|statement|letter|text"
    r"|speech|remarks|message|transcript|response|reply|email|poem|prayer|oath|verse|quote|quotation|words"
    r"|question is|answer is|this|here's how|here is how|why|thing|recipe|excerpts?|conversation|interview"
    r"|edited|condensed)\W{0,3}(?:[\w']+\W{1,2}){0,4}$",
    re.I,
)
_ITEM_OPENING = re.compile(
    r"(?:first|second|third|one|two|another|finally|last|next|to begin|for one|number|no\.|step|the (?:first"
    r"|second|third|next|last|other|one)|[A-Z][\w’' -]{0,40}[:–—])\b",
    re.I,
)
_PROSE_OPENING = re.compile(
    r"(?:the|a|an|this|that|these|those|it|he|she|they|we|in|on|at|as|but|and|however|meanwhile|while|when"
    r"|after|before|during|despite|although|with|by|for|from|since|there|his|her|their|its|such|also"
    r"|moreover|furthermore|additionally|officials|analysts|experts|critics|according|following|earlier"
    r"|last|many|some|most|both|each|given|if|to|under|until|overall|ultimately|[A-Z][a-z]+ [A-Z]?[a-z]+"
    r"(?:’s|'s)?)\s",
    re.I,
)
# A paragraph of this many words, or of two sentences, is the article going on and no item.
PARAGRAPH_WORDS_MIN = 28
TWO_SENTENCES_WORDS_MIN = 18
_SECOND_SENTENCE = re.compile(r"[a-z0-9)][.!?][\"”’]?\s+[A-Z“\"]")


def find(prose: Prose) -> Iterable[Match]:
    """Lead-ins that nothing follows."""
    rows = article_lines(prose.text)
    for place, line in enumerate(rows):
        if line.text.endswith(":") and _is_empty(line, rows[place + 1 : place + 4]):
            span = last_sentence(prose.text, line)
            yield Match(span, (" ".join(span.of(prose.text).split())[-60:],))


def _is_empty(line: Line, following: Sequence[Line]) -> bool:
    if not following:
        return len(line.words) > 1
    announces = _LIST.search(line.text) is not None
    if not announces and not _SHOWN.search(line.text):
        return False
    if _WORDS_FOLLOW.search(line.text) and not announces:
        return False
    return _goes_on(following) or (announces and _is_heading_over(following))


def _goes_on(following: Sequence[Line]) -> bool:
    """True if the next line is a paragraph of the article and no item of a list."""
    line = following[0]
    if line.is_item or line.text[0] in "“\"‘'" or _ITEM_OPENING.match(line.text):
        return False
    if line.text.endswith(":") and _LIST.search(line.text):
        return True
    if not _is_paragraph(line) or not _PROSE_OPENING.match(line.text):
        return False
    return not _are_alike(following)


def _is_paragraph(line: Line) -> bool:
    count = len(line.words)
    is_long = count >= PARAGRAPH_WORDS_MIN
    has_two = count >= TWO_SENTENCES_WORDS_MIN and _SECOND_SENTENCE.search(line.text) is not None
    return line.is_closed and (is_long or has_two)


def _are_alike(following: Sequence[Line]) -> bool:
    """True if the next lines begin with the same word: items."""
    openings = [line.words[0].lower() for line in following[:2]]
    return len(openings) == 2 and openings[0] == openings[1]


def _is_heading_over(following: Sequence[Line]) -> bool:
    """True if a heading and its paragraph come next."""
    if len(following) < 2 or not following[0].is_heading or "," in following[0].text:
        return False
    return 2 <= len(following[0].words) <= 10 and _is_paragraph(following[1])


RULE = Rule(
    code="BRK401",
    name="empty-lead-in",
    severity="error",
    message="nothing of what this announces follows: “{}”",
    find=find,
    bad=(
        "The board met for three hours. [[The main points of the talks included:]]\n\nThe ferry "
        "will leave from the fish quay until the autumn, the board's engineer said. He expects "
        "the work to begin next week, when the steel arrives.",
        "[[The priorities of the new board are as follows:]]",
        "The engineer showed where the rust was. [[The worst of it is seen in the picture below:]]"
        "\n\nThe ferry will leave from the fish quay until the autumn, the board's engineer said. "
        "He expects the work to begin next week, when the steel arrives.",
        "[[Residents raised several concerns:]]\n\nWhat Happens Next\n\nThe ferry will leave from "
        "the fish quay until the autumn, the board's engineer said. He expects the work to begin "
        "next week, when the steel for the new legs arrives.",
    ),
    good=(
        "The main points included:\n\n- new legs of steel\n- a longer quay\n\nThe ferry will leave "
        "from the fish quay.",
        "The main points included:\nNew legs of steel\nA longer quay\nThe ferry will leave from "
        "the fish quay until the autumn, the engineer said, and nobody will have to walk far.",
        "In a statement the board said:\n\nThe pier is closed, and it will stay closed until the "
        "last rusty bolt has gone. We know what this means for those who live on the island, and "
        "we are sorry.",
        "There are three reasons for this:\n\nThe first is money. The board has none, and the town "
        "has promised its own to the school, the road and the swimming pool on the hill.",
        "The results were as follows: 12 votes for, 3 against.",
    ),
)
