"""
Wordings beside a number that say in which sense it is meant: a part, a rate, a guess, a poll.

"$2 million a day" and "$26 million so far" count one thing and are no difference; nor are "58
houses" and "21 of them", the votes held and the votes needed, what was expected and what came.
"""

from __future__ import annotations

import re

from credcheck.types import Span

REACH = 60
_TIME = r"(?:second|minute|hour|day|night|week|month|quarter|season|year)"
_EACH = r"(?:person|share|head|barrel|ton|tonne|gallon|litre|pound|vote|household|family|player)"
_BEFORE = re.compile(
    r"\b(?:(?P<part>including|among them|of (?:them|whom|which|those)|at least one of)"
    r"|(?P<total>total(?:l?ing|l?ed|s)?|altogether|in all|overall|combined)"
    r"|(?P<guess>could|(?-i:may)|might|should|expect(?:s|ed|ing)?|likely|forecast(?:s|ed)?"
    r"|predict(?:s|ed)?|project(?:s|ed)|estimate(?:s|d)?|propos(?:es?|ed|al)|plans?|planned"
    r"|hop(?:es?|ed)|if|goal|target|limit|cap|maximum)"
    r"|(?P<need>need(?:s|ed|ing)?|requir(?:es?|ed|ing)|threshold|short of)"
    r"|(?P<stamp>updated?|posted|published|modified|photo|caption|hide|advertisement|as of"
    r"|timeline|copyright|replay|must watch)"
    r"|(?P<rise>rose|risen|rising|grew|grown|climbed|increased?|jumped|surged|gained|raised?|up|added)"
    r"|(?P<fall>fell|fallen|dropped|decreased?|lost|cut|reduced?|down|declin(?:ed|ing)|slipped|shed)"
    r"|(?P<move>by))\b"
    r"|(?P<post>@\w{1,30}\)\s*\Z)",
    re.I,
)
# What has to stand right before the number, but for two words.
_CLOSE = re.compile(
    r"\b(?:(?P<more>another|additional|further|extra|other)"
    r"|(?P<rate>annual(?:ly)?|daily|weekly|monthly|yearly|hourly|per capita|each|average)"
    r"|(?P<compare>(?<!more )(?<!less )(?<!fewer )(?<!later )(?<!greater )(?<!rather )than"
    r"|compared (?:with|to)|versus|as against|up from|down from|instead of|rather|unlike))"
    r"\s+(?:\S{1,20}\s+){0,2}\Z",
    re.I,
)
_AFTER = re.compile(
    r"(?P<bound>\A-[a-z])"
    r"|(?P<part>\A\W{0,2}(?:\w+ ){0,2}of (?:them|those|whom|which|the (?:dead|victims|injured))\b)"
    r"|(?P<more>\A (?:\w+ )?(?:more|others?|additional|further|extra)\b)"
    rf"|(?P<rate>\b(?:an?|per|each|every) (?:{_TIME}|{_EACH})\b|\b(?:annually|daily|weekly|monthly"
    r"|yearly|apiece|each)\b)"
    r"|(?P<total>\b(?:altogether|in all|overall|in total|so far|to date)\b)"
    r"|(?P<ago>\A (?:ago|earlier|later|before|after|since|apart)\b)"
    r"|(?P<need>\A (?:\w+ )?(?:needed|required|necessary)\b)"
    r"|(?P<old>\A[ -](?:\w+[ -])?old\b)"
    # How far a count has come: what stands by it is no result.
    r"|(?P<count>\A of (?:the |all )?(?:precincts|polling stations"
    r"|(?:votes?|ballots|districts|results) (?:counted|reporting|reported|tallied|in)\b))"
    r"|(?P<stamp>\A,? (?:advisory|update)\b|\b(?-i:Getty|REUTERS|AFP|AP Photo|File Photo|Photo)\b"
    r"|/(?:Reuters|AP|AFP|EPA)\))",
    re.I,
)
_ANYWHERE = re.compile(
    r"\b(?:(?P<poll>(?<!the )polls?(?! (?:will (?:be )?)?open| clos)|polled|pollsters?"
    r"|(?<!geological )surveys?|surveyed|respondents)"
    r"|(?P<then>in the (?:past|last)|at the time|back then|since then|history|record|anniversary"
    r"|originally|formerly|used to|once)"
    r"|(?P<market>(?-i:Dow|Nasdaq|S&P|NYSE|FTSE|DAX|Nikkei|Hang Seng|GDP)|index|barrel|futures"
    r"|stocks|traders|payrolls|jobless|unemployment rate|hourly earnings|yields?))\b",
    re.I,
)
_ZONE = re.compile(
    r"\A ?\(?(?:(?-i:[ECMP][SD]?T|GMT|BST|UTC|CET|IST)\b|local(?: time)?\b|(?-i:[A-Z]\w+) time\b)",
    re.I,
)
_NEXT = re.compile(r",| and | but | while ")
SENSES = (
    "part", "more", "rate", "total", "guess", "need", "compare", "stamp", "move", "ago", "old",
    "poll", "then", "quoted", "bracketed",
)  # fmt: skip


# Senses that the model does not weigh, but that set two figures apart: a rise is no fall.
OPPOSITES = (frozenset({"rise", "fall"}), frozenset({"now", "formerly"}))
_LIST_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,6}teen|\\w{3,5}ty"
_APART = re.compile(
    r"\b(?:(?P<forecast>forecast(?:s|ed)?|predict(?:s|ed)?|expect(?:s|ed)|expectations?|estimates?)"
    r"|(?P<now>now|currently|today|at present)"
    r"|(?P<formerly>before|formerly|originally|previously|used to|until now|current (?:law|rules?))"
    r"|(?P<later>would|will|shall|sees|set to|due to|to (?:be|cost|reach))"
    r"|(?P<interim>half[ -]time|at the break|minutes|led|lead|ahead|up|down|trail(?:ed|ing)?))\b",
    re.I,
)
_LIST = re.compile(rf"(?:\b(?:{_LIST_WORDS})|\d)(?:,? and|,|,? or) \Z", re.I)
APART = (
    "rise",
    "fall",
    "forecast",
    "later",
    "now",
    "formerly",
    "interim",
    "list",
    "bound",
    "market",
)


def senses(text: str, sentence: Span, number: Span, anywhere: frozenset[str]) -> tuple[str, ...]:
    """
    The senses of SENSES that the words beside a number name, in their order, after them those of
    APART, and the time zone of a time of day as "zone ...".
    """
    before = text[max(sentence.start, number.start - REACH) : number.start]
    after = text[number.end : min(sentence.end, number.end + REACH)]
    found = {m.lastgroup for m in _BEFORE.finditer(_clause(before, 1))}
    found.update(m.lastgroup for m in _CLOSE.finditer(_clause(before, 1)))
    found.update(m.lastgroup for m in _AFTER.finditer(_clause(after, 0)))
    found |= anywhere
    if _is_open(text[sentence.start : number.start]):
        found.add("quoted")
    if before.rfind("(") > before.rfind(")"):
        found.add("bracketed")
    if not found.isdisjoint({"post", "count"}):
        found.add("stamp")
    if not found.isdisjoint({"rise", "fall"}):
        found.add("move")
    found.update(
        m.lastgroup for m in _APART.finditer(_clause(before, 1) + " | " + _same_clause(after))
    )
    if _LIST.search(before):
        found.add("list")
    zone = _ZONE.match(after)
    named = tuple(sense for sense in (*SENSES, *APART) if sense in found)
    return (*named, f"zone {zone[0].strip(' (').lower()}") if zone else named


def whole_senses(text: str, sentence: Span) -> frozenset[str]:
    """The senses that a sentence has for all of its numbers."""
    found = _ANYWHERE.finditer(text, sentence.start, sentence.end)
    return frozenset(m.lastgroup for m in found if m.lastgroup)


def _clause(around: str, side: int) -> str:
    """What is left of the words beside a number up to another one, a semicolon or a dash."""
    cut = re.split(r"[;—–\d]| - ", around)
    return cut[-1] if side else cut[0]


def _same_clause(after: str) -> str:
    """The words after a number up to what is told next: "to 3.75 per cent and said it expected"."""
    return _NEXT.split(_clause(after, 0), maxsplit=1)[0]


def _is_open(before: str) -> bool:
    """True if a quotation has been opened and not closed."""
    if "“" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
