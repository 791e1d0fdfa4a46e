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

from credcheck.lexicons import entries
from credcheck.rules.broken._furniture import article_lines, pieces
from credcheck.rules.broken._headings import is_section
from credcheck.rules.broken._lines import Line, last_sentence
from credcheck.rules.quoting import quoted_end
from credcheck.types import Match, Prose, Rule

# Announces a list by its verb, by a noun that is counted up, or points at a picture or a table.
_ANNOUNCES = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|such as|namely|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of"
    r"|as follows"
    r"|(?:the following|these)(?: [\w-]{1,20}){0,4}"
    r"|(?:include[ds]?|including|are|were) (?:these|those|below)"
    r"|are|were|listed(?: \w{1,12}){0,2})\s?:$",
    re.I,
)
_SHOWS = re.compile(
    r"\b(?:shown|seen|pictured|embedded|displayed|illustrated|below|(?:this|the|following|see"
    r"|in) (?:table|chart"
    r"|graph|figure|map|video|photo|picture|image|gallery|infographic|clip"
    r"|screenshot))(?: \w{1,12}){0,3}\s?:$",
    re.I,
)
# The noun that is counted up, and what may stand between it and the colon.
_COUNTED = re.compile(
    r"\b(\w{4,20}s|criteria)(?=(?: (?:in|on|for|of|about|from|to|at|with|raised|under|below|by"
    r"|during)\b"
    r"(?: [\w’'-]{1,20}){0,5})?\s?:$)"
)
# What is printed as a list and nothing else.
_LISTS = re.compile(
    r"\b(?:lists?|squads?|line-?ups?|teams|schedule|timetable|timings|fixtures|standings|rankings"
    r"|results|winners|nominees|shortlist|itinerary|agenda|tracklist|playlist|cast|helplines?"
    r"|(?:phone|helpline|contact) numbers?|prices|rates|fares|dates|venues|ingredients|breakdown"
    r"|key points|in numbers)"
    r"(?: (?:of|for|from|in|on|at|to|by)(?: [\w’'-]{1,20}){1,6})?\s?:$",
    re.I,
)
# What follows these is told in whole paragraphs, or quoted.
_TELLS = re.compile(
    r"\b(?:said|says|wrote|writes|tweeted|posted|added|asked|replied|told|declared|reads?"
    r"|here(?:'s|’s| is| are)"
    r"|other|more|statement|letter|speech|remarks|message|transcript|response|reply|poem|prayer"
    r"|offers?|explains?|describes?|recounts?|adds|continue[sd]?|concludes?"
    r"|echo(?:es|ed)?|summ(?:ed|s) up|put it|explained|recalled|argued|thoughts"
    r"|could look like|begins?|summari[sz]es?"
    r"|verse|promise|tweet|comment|warning|argument|exchange|passage|words"
    r"|quote|excerpts?|conversation|interview|edited|stories|takeaways|things|ways|questions"
    r"|facts|q&a)\b",
    re.I,
)
_ITEM = re.compile(
    r"(?:(?:first|second|third|one|two|another|finally|next|to begin|number|step|if you|you"
    r"|the (?:first|second|third|next"
    r"|last|other|one))\b|[A-Z][\w’' -]{0,40}(?::|\s[–—-]\s))",
    re.I,
)
# "An overall goal. The world has ...": a few words and a stop head an item.
_HEADED = re.compile(r"(?:[\w’'-]{1,20} ){0,6}[\w’'-]{1,20}\. [A-Z]")
_GOES_ON = re.compile(
    r"(?:the|a|an|this|that|these|those|it|he|she|they|we|in|on|at|as|but|and|however|meanwhile"
    r"|while"
    r"|when|after|before|during|despite|although|with|by|for|from|since|there|his|her|their|its"
    r"|such"
    r"|also|moreover|furthermore|additionally|officials|analysts|experts|critics|according"
    r"|following"
    r"|earlier|last|many|some|most|both|each|given|if|to|under|until|overall|ultimately|nobody"
    r"|no one)[\s,]"
    r"|(?:[A-Z][\w’'-]*\s){1,4}(?:has|have|had|is|are|was|were|will|would|said|says|told|also|can"
    r"|could)\s",
    re.I,
)
_REFERS_BACK = re.compile(
    r"\b(?:this|these|such|both|however|meanwhile|also|later|he|she|they|it|together|said|told"
    r"|added|earlier"
    r"|according|afterwards|declined|confirmed|spokes(?:man|woman|person))\b",
    re.I,
)
_APPOSITION = re.compile(r"(?:[\w’'-]+\s){0,5}[\w’'-]+,\s(?:which|who|where|meaning|including)\b")
_REPORTS = re.compile(r"\b(?:said|told|says|confirmed|declined|announced)\b")
_SECOND_SENTENCE = re.compile(r"[a-z0-9)][.!?][\"”’]?\s+[A-Z“\"]")
# "#ff @newsroom:" ends a message.
_HANDLE = re.compile(r"[@#]\w{1,40}:$")
_NOT_A_HEADING = re.compile(r"^[“\"‘']|,|\d")

# The points a lead-in and what follows it must reach; set on the development texts, where lists of
# whole paragraphs reach 3.
SCORE_MIN = 3.5
PARAGRAPH_WORDS_MIN = 28
# Links and pictures are what a lead-in to them leads to.
_SHOWN_KINDS = frozenset(("related", "photo"))
SENTENCE_WORDS_MIN = 6
_ADDRESSES = ("http://", "https://", "www.")


def find(prose: Prose) -> Iterable[Match]:
    """Lead-ins that nothing follows."""
    rows = article_lines(prose.text)
    shown = {piece.span.start for piece in pieces(prose.text) if piece.kind in _SHOWN_KINDS}
    for place, line in enumerate(rows):
        if line.after in shown or prose.text.startswith(_ADDRESSES, line.after):
            continue
        if line.text.endswith(":") and _may_lead_in(line):
            span = last_sentence(prose.text, line)
            if _is_empty(span.of(prose.text), line, rows[place + 1 : place + 4]):
                yield Match(span, (quoted_end(span.of(prose.text)),))


def _may_lead_in(line: Line) -> bool:
    """True for several words, and for one that is printed over a list ("Squad:")."""
    is_long = len(line.words) > 1 or _LISTS.search(line.text) is not None
    return is_long and not line.text.isupper()


def _is_empty(lead_in: str, line: Line, following: Sequence[Line]) -> bool:
    if not following:
        return not _HANDLE.search(lead_in)
    strength = _strength(lead_in)
    if not strength or not _is_paragraph(following[0]):
        return strength >= 1.5 and _is_heading_over(following)
    return strength + _at_end(lead_in, line) + _goes_on(following) >= SCORE_MIN


def _strength(lead_in: str) -> float:
    """How surely the lead-in announces something that is no paragraph."""
    if _LISTS.search(lead_in):
        return 2.0
    if _TELLS.search(lead_in) or lead_in.isupper():
        return 0.0
    if _ANNOUNCES.search(lead_in) or _SHOWS.search(lead_in):
        return 2.0
    counted = {noun.lower() for noun in _COUNTED.findall(lead_in)}
    return 0.0 if counted.isdisjoint(entries("list_nouns")) else 1.5


def _at_end(lead_in: str, line: Line) -> float:
    """A lead-in that ends a paragraph stood before a list; one that stands alone may be a title."""
    return 1.0 if len(lead_in) < len(line.text) - 20 else 0.0


def _is_paragraph(line: Line) -> bool:
    """True if the line reads like the article going on, and like no item of a list."""
    is_whole = line.is_closed or (line.text[-1] == ":" and _SECOND_SENTENCE.search(line.text))
    opening = " ".join(line.words[:25])
    return (
        bool(is_whole)
        and len(line.words) >= SENTENCE_WORDS_MIN
        and (_GOES_ON.match(line.text) or _REPORTS.search(opening)) is not None
        and not line.is_item
        and not (_ITEM.match(line.text) or _HEADED.match(line.text))
        and line.text[0] not in "“\"‘'"
    )


def _goes_on(following: Sequence[Line]) -> float:
    """What the next lines say for the article going on."""
    line = following[0]
    score = 1.0 if _SECOND_SENTENCE.search(line.text) else 0.0
    score += 0.5 if len(line.words) >= PARAGRAPH_WORDS_MIN else 0.0
    score -= 1.0 if _APPOSITION.match(line.text) else 0.0
    score += 1.0 if _REFERS_BACK.search(" ".join(line.words[:16])) else 0.0
    # "The chairman said that": nobody begins an item so.
    score += 0.5 if _REPORTS.search(" ".join(line.words[:5])) else 0.0
    is_alone = len(following) < 2 or following[1].is_heading or following[1].text.endswith(":")
    return score + (0.5 if is_alone else -1.5 if _are_alike(line, following[1]) else 0.0)


def _are_alike(line: Line, other: Line) -> bool:
    """True if two lines begin alike, or are both short: items."""
    both_short = max(len(line.words), len(other.words)) < 16
    first = line.words[0].lower()
    return both_short or (first == other.words[0].lower() and first not in entries("grammar_words"))


def _is_heading_over(following: Sequence[Line]) -> bool:
    """True if the heading of another section comes next, or another lead-in."""
    line = following[0]
    if line.text.endswith(":"):
        return len(line.words) > 3 and _strength(line.text) >= 1.5
    if len(following) < 2 or not line.is_heading or not _is_paragraph(following[1]):
        return False
    return is_section(line) and _NOT_A_HEADING.search(line.text) is None


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
        "the fish quay until the autumn, the board's engineer said.\n\nHe expects the work to "
        "begin "
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
        "The Harbour Post offers additional details on the last hours:\n\nThe pier had been "
        "creaking for days. Nobody had dared to walk on it, and the keeper said that he could hear "
        "it moan at night, when the tide came in and the wind stood in the east.",
        "Key features of the plan include:\n\nAn overall goal. The pier is to be open by May, and "
        "the board has said that it will build in steel.\n\nA price for all. It will cost a pound.",
        "Tell the keeper if any of the following happen:\n\nIf you hear the pier moan at night, "
        "leave it at once and walk to the quay. He will close the gate behind you.\n\nIt was built "
        "in 1912.",
    ),
)
