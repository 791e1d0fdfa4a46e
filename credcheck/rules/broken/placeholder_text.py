"""
Find text that stands in for text still to be written: “Lorem ipsum”, “[INSERT NAME]”, “TK”.

## Why it matters
It shows that the article was published, or copied, before it was finished.

## When it is wrong
An article about templates or typesetting shows placeholders; quoted and explained ones are left
alone, as far as the sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credcheck.rules.broken._lines import lines
from credcheck.rules.quoting import quoted
from credcheck.types import Match, Prose, Rule, Span

_BLANK = (
    r"name|names|date|city|town|country|company|organi[sz]ation|headline|amount|price|url|caption"
    r"|address|location|product|brand|topic|keyword|author|byline|publication|percentage|figure"
    r"|number|x+"
    r"|tbd|tbc|tk|placeholder|client|customer|first name|last name|full name"
)
_LOREM = re.compile(
    r"\b(?:lorem\s+ipsum|dolor\s+sit\s+amet|consectetu?e?r\s+adipisci?n?g?|sed\s+do\s+eiusmod"
    # The first word of each is one of anatomy or of poems too.
    r"|nulla\s+facilisi|vestibulum\s+(?:ante\s+ipsum|vitae|eget|euismod|tempor|mattis|rhoncus)"
    r"|pellentesque\s+\w+|vivamus\s+(?:sagittis|lacus|suscipit|tortor|elementum|magna)"
    r"|ut\s+labore\s+et\s+dolore|quis\s+nostrud|duis\s+aute|excepteur\s+sint)\b",
    re.I,
)
_LOREM_SIGNS = (
    "ipsum",
    "nulla fac",
    "vestibulum",
    "pellentesque",
    "vivamus",
    "dolor",
    "consectet",
    "eiusmod",
    "nostrud",
    "duis aute",
    "excepteur",
)
# In brackets of any kind: an order to fill in, the name of a field, a piece of a template.
_BRACKETS = re.compile(
    r"\[[^\[\]\n]{1,80}\]|[<{]{1,2}[^<>{}\n]{1,60}[>}]{1,2}|\$\{[\w.]{1,40}\}|\((?:TK|[Ii]nsert"
    r"|INSERT)[^()\n]{0,60}\)"
)
_THINGS = (
    r"pull ?quote|photo|picture|image|link|quote|text|table|chart|graph|logo|map|video|details"
    r"|information|title|place|time|day|month|year|value|reference|citation|source|here"
)
_FIELD = re.compile(
    r"[\[<{(]{1,2}\s?(?:placeholder|to be (?:added|confirmed"
    r"|completed))\b[^\n]{0,70}$"
    r"|\[(?:insert|to insert)\]$"
    # "[insert your own profanity]" is a joke.
    r"|[\[<{(]{1,2}\s?(?:insert|enter|add|fill in|choose|select)(?: [\w’'-]{1,20}){0,3}"
    rf" (?:{_BLANK}|{_THINGS})\b[^\n]{{0,40}}$"
    r"|[\[<{(]{1,2}\s?your(?: [\w’'-]{1,20}){1,4}\s?[\])}>]{1,2}$"
    r"|[\[(][^\n]{0,40}\b(?:placeholder|to (?:come|follow|be confirmed|be added)|goes here|TK"
    r"|TBC|TBD)[\])]$"
    rf"|\[(?:{_BLANK})(?:\s(?:here|needed))?\]$"
    r"|\{\{.{1,60}\}\}$"
    r"|<<(?:[A-Z][A-Z_ ]{1,30}|[A-Z]?[a-z]{2,12}(?:[A-Z][a-z]{2,12}){0,2})>>$"
    r"|\{(?:[A-Z][a-z]+){2,3}\}$|\{[a-z]+_[a-z_]{1,30}\}$"
    r"|\$\{|\{%|\[object Object\]$|[\[(]TK\b"
    r"|\[(?:shortcode|gallery|embed|contact-form)\b",
    re.I,
)
_MARKS = re.compile(
    r"@@\w{3,30}@@|(?<![\w%])%[A-Z][A-Z_]{3,30}%(?![\w%])"
    r"|\b(?:XXXX{1,20}|xxxx{1,20}|TKTK(?:TK){0,5}|TK TK)\b|#(?:REF|VALUE|DIV/0|NAME)[!?]"
    r"|\bundefined undefined\b|%%[\w ]{1,30}%%|(?<![\w%])%[a-z][a-z_]{2,30}%(?![\w%])"
    r"|[$£€₹]X+\b(?! (?:factor|account))|\bxx(?=\s?(?:%|per ?cent\b|million\b|billion\b))"
    r"|\b00 (?:Month|January|Jan|XX)\b|\b[xX]{2}/[xX]{2}/(?:\d{2}|[xX]{2}){1,2}\b"
    r"|\b000[- ]000[- ]0000\b"
    r"|\bF(?:irst|IRST) ?[Nn](?:ame|AME) L(?:ast|AST) ?[Nn](?:ame|AME)\b"
    r"|(?<![\w?])\?{3}(?= [a-z])|(?<![\w_])_{3,10}(?= (?:people|men|women"
    r"|per cent|percent|million|years))"
    r"|\b(?:FIXME|TODO):(?=\s\w)|\bXX(?=%| per ?cent| million| billion"
    r"|-year)"
    r"|\bXX(?=\s(?:people|men|women|children|[a-z]{4,}s)\b(?<!chromosomes))"
)
_MARK_SIGNS = (
    "XX",
    "xx",
    "@@",
    "???",
    "___",
    "000",
    "$X",
    "£X",
    "€X",
    "₹X",
    "FIXME",
    "TODO",
    "00 M",
    "00 J",
    "irst",
    "IRST",
    "xxx",
    "TK",
    "#REF",
    "#VALUE",
    "#DIV",
    "#NAME",
    "undefined",
    "%",
)
_HERE = re.compile(
    r"\b(?:(?:your|insert|enter|add|type|body|some|sample|dummy|place|put)\s(?:[\w-]{1,12}\s){0,2}"
    r"(?:text|title|headline|caption|content|subtitle|description|name|quote|heading|paragraph"
    r"|copy)"
    r"\s(?:goes\s)?here|(?:text|headline|caption|title|quote|content|copy|subhead)\s(?:goes"
    r"|to\sgo)\shere"
    r"|(?<=\n)(?:headline|standfirst|caption|picture|photo|quote|copy|text|byline)"
    r" to (?:come|follow)"
    r"(?=\s*\n)|(?:body copy ){2}|replace (?:it )?with your own"
    r"|click to (?:edit|add) (?:this |the |your )?(?:text|title|content|subtitle)"
    r"|double.click to edit"
    r"|this is (?:a |some )?(?:sample|placeholder|dummy) (?:text|content|page|paragraph|post"
    r"|excerpt)"
    r"|edit or delete it, then start (?:writing|blogging)|just another wordpress site)\b",
    re.I,
)
_HERE_SIGNS = (
    *("text here", "title here", "line here", "caption here", "content here", "goes here"),
    *("name here", "to go here", "tion here", "quote here", "ing here", "graph here", "copy here"),
    *(
        "to come",
        "to follow",
        "body copy body",
        "your own",
        "to edit",
        "to add",
        "sample",
        "placeholder",
        "dummy",
        "then start",
        "wordpress site",
    ),
)
# "TK" amid a sentence may be the name of something; where a figure, a date or a name is to come it
# stands before what is counted, between commas, or at the end of what a preposition began.
_TO_COME = re.compile(
    r"(?<=[a-z,] )TK(?=\s(?:million|billion|trillion|crore|lakh|percent|per cent|people|years?|days"
    r"|hours|weeks|months|miles|metres|dollars|pounds|euros)\b)"
    r"|(?<=, )TK(?=,\s[a-z])|(?<=\b(?:in|on|by|at|of|to) )TK(?=[,.;](?:\s|\Z))"
    r"|\$TK\b|\bTK(?=-year-old|%)"
)

_MENTION = re.compile(
    r"dummy|filler|template|typeset|typograph|mock-?up|stands for|short for|designers|shorthand"
    r"|so-called|phrase"
    r"|nonsense|gibberish|latin\b|cicero|known as|word[s]? (?:“|\"|')|journalis(?:m|ts) (?:use"
    r"|write|mark)"
    r"|designers?|printers?|variable|syntax|programm|developer|code\b|letter (?:read|began)"
    r"|spreadsheet",
    re.I,
)
_QUOTES = "“”\"‘’'`«»"


def find(prose: Prose) -> Iterable[Match]:
    """Placeholders that are not merely spoken of."""
    text = prose.text
    for span in _disjoint(sorted(_candidates(text))):
        if not _is_mention(text, span):
            yield Match(span, (quoted(span.of(text)),))


def _candidates(text: str) -> Iterator[Span]:
    """Everything that looks like one; each kind of sign is looked for before its pattern is."""
    lower = text.lower()
    if any(sign in lower for sign in _LOREM_SIGNS):
        yield from (_latin_run(text, found.start()) for found in _LOREM.finditer(text))
    if any(sign in lower for sign in _HERE_SIGNS):
        yield from (_whole_line(text, span) for span in _spans(_HERE, text))
    if any(sign in text for sign in _MARK_SIGNS):
        yield from _spans(_MARKS, text)
        yield from _spans(_TO_COME, text)
    yield from (span for span in _spans(_BRACKETS, text) if _FIELD.match(span.of(text)))


def _whole_line(text: str, span: Span) -> Span:
    """A short line that begins with a placeholder is one."""
    end = text.find("\n", span.end)
    line = Span(span.start, end if end >= 0 else len(text))
    is_start = span.start == 0 or text[span.start - 1] == "\n"
    return line if is_start and len(line.of(text).split()) <= 15 else span


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in pattern.finditer(text))


def _latin_run(text: str, start: int) -> Span:
    """The rest of the line from the first Latin word on."""
    line = next(line for line in lines(text) if line.span.start <= start < line.span.end)
    return Span(start, line.span.end)


def _disjoint(spans: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _is_mention(text: str, span: Span) -> bool:
    """True if the words are quoted, or the sentence is about such words."""
    before, after = text[max(0, span.start - 160) : span.start], text[span.end : span.end + 100]
    quoted = before[-1:] in tuple(_QUOTES) and before[-1:] != ""
    around = before.rpartition("\n")[2] + " " + span.of(text) + " " + after.partition("\n")[0]
    inside = _opened(before.rpartition("\n")[2]) and any(mark in after for mark in "”\"’'»")
    return quoted or inside or _MENTION.search(around) is not None


def _opened(before: str) -> bool:
    """True if a quotation was opened and not closed."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


RULE = Rule(
    code="BRK408",
    name="placeholder-text",
    severity="error",
    message="text that stands in for something not yet written: “{}”",
    find=find,
    bad=(
        "The board meets on Tuesday.\n\n[[Lorem ipsum dolor sit amet, consectetur adipiscing "
        "elit.]]\n\n"
        "The ferry leaves at nine.",
        "The pier was opened by [INSERT NAME] in 1921.".replace(
            "[INSERT NAME]", "[[[INSERT NAME]]]"
        ),
        "The repairs will cost [[TK]] million, the board said.",
        "Dear {{first_name}}, the board meets on Tuesday.".replace(
            "{{first_name}}", "[[{{first_name}}]]"
        ),
        "The old pier closes\n\n[[Your text here]]\n\nThe ferry leaves at nine.",
        "The pier is [[XXXX]] metres long.",
        "The mayor, [[TK]], opened it on [[TK]]. A seat is [[%price%]].",
    ),
    good=(
        "Printers have filled empty pages with “Lorem ipsum dolor sit amet” for five centuries.",
        "The template said [INSERT NAME] where the mayor's name should have been.",
        "“He [the mayor] never came,” she said. TK Maxx opens on Friday. It costs Tk 500.",
        "Reporters write TK, which stands for “to come”, where a fact is missing.",
        "The form asks for a name [in capitals] and a date.",
        "They are [insert your own insult] and dear (insert a joke about sheep).",
        "Salts (such as potash and chloride [your doctor can tell you more about these]).",
        "The vestibulum nasi lies behind the nostril. He keeps a TODO list of forty lines.",
        "The SI and TK markings are for signals, and the TK section reads them. 5% and 6%.",
    ),
    languages=("*",),
)
