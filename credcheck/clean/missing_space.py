"""
Find sentences and clauses that run into one another at a stop, and part them.

## Why it matters
"hardships.This" is one word to every search, and the trace of text glued together by a program.

## When it is wrong
Addresses, file names, abbreviations, initials, brand names ("Yahoo!Japan"), chemical names, rows of
comma-separated values and code hold stops inside; they are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.lexicons import entries
from credcheck.types import Edit, Fixer, Span

_LETTER = "A-Za-z\xc0-\u024f\u0370-\u04ff"
_OPENERS = (
    "The|This|That|These|Those|There|They|Then|In|It|Its|If|But|And|He|She|His|Her|We|"
    "Our|You|Your|A|An|As|At|For|From|When|While|With|What|Who|Why|How|However|After|"
    "Before|On|One|Some|So|Not|No|To|By|Is|Are|Was|Were|Also|Both|Many|Most|Now|My|I|"
    "Although|Because|Since|Despite|During|According|Meanwhile"
)
_RUNNERS = (
    "the|and|but|this|that|they|with|from|which|when|while|there|these|however|also|after|because|"
    "are|was|were|have|has|had|would|could|their|his|her"
)
_LITTLE = "a|an|it|he|she|we|no|not|if|to|in|on|at|by|for|of|one|two|three|four|five"
_MONTHS = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|"
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_UNITS = (
    "percent|million|billion|trillion|crore|lakh|people|years|year|days|hours|months|weeks|minutes|"
    "miles|kilometres|kilometers|metres|meters|tonnes|dollars|pounds|euros"
)
# Each pattern starts with the few characters that can hold a seam, so that the search is quick.
_AT_STOP = re.compile(
    r"[,;.!?:”](?=\S)(?:"
    # a comma or semicolon between two words, or after a number, bracket or closing mark
    rf"(?P<comma>(?<=[{_LETTER}][{_LETTER}],)(?!XX)(?=[{_LETTER}]{{2}}|[aI] )"
    rf"|(?<=[{_LETTER}][{_LETTER}][{_LETTER}];)(?=[{_LETTER}]{{3}}|[aI] )"
    rf"|(?<=[ ’][a-z][a-z];)(?=(?:{_RUNNERS}|he|she|it|we|no) )"
    r"|(?<=[\d)”’.][,;])(?=[a-z]{3}))"
    # a stop between a word and a capital
    r"|(?P<dashed>(?<=[a-z][a-z][a-z]\.)(?=--? ))"
    r"|(?P<stop>(?<=[a-zß-ÿ][a-zß-ÿ]\.)(?=[A-ZÀ-Þ][a-zß-ÿ]|[AI] )(?![A-Z][a-z]{1,15}\d))"
    rf"|(?P<initials>(?<=[A-Z]\.[A-Z]\.)(?=(?:{_OPENERS})(?![\w.]))(?=\w\w))"
    rf"|(?P<running>(?<=[a-z][a-z][a-z]\.)(?=(?:{_RUNNERS})(?![\w./-])))"
    r"|(?P<call>(?<=[a-z][a-z][!?])(?=[A-Z][a-z]|[AI] ))"
    rf"|(?P<colon>(?<=[a-z][a-z]:)(?=(?:{_OPENERS})(?![\w.:/])|[A-Z][a-z]{{2}}))"
    rf"|(?P<told>(?<=[a-z][a-z][a-z]:)(?=(?:{_RUNNERS}|{_LITTLE}) ))"
    rf"|(?P<counted>(?<=[a-z][a-z][a-z]\.)(?=\d{{1,3}}(?:[.,]\d{{1,3}}){{0,2}} ))"
    # a comma and a whole number or a year
    r"|(?P<numbered>(?<=[A-Za-z][a-z][a-z],)(?=\d{1,2} |(?:19|20)\d\d(?![\w-])))"
    # round quotation marks
    r"|(?P<closed>(?<=[.,!?]”)(?=[A-Za-z]{2}))"
    r"|(?P<open>(?<=[a-z][,:])(?=“[A-Z])|(?<=[a-z][.;])(?=“\w)))"
)
_AT_QUOTE = re.compile(r"(?P<mark>“(?=[A-Z][a-z])(?<=[a-z]“))")
_AT_STRAIGHT = re.compile(r'"(?P<straight>(?<=[a-z][.,!?]")(?=[A-Za-z][a-z]))')
_AT_BRACKET = re.compile(
    r"(?P<bracket>\((?=[A-Z]{2,6}\)|[a-z]{2,12} |\d{1,4} [a-z]{2})(?<=[a-z][a-z][a-z]\())"
    r"|(?P<shut>\)(?=[a-z]{3})(?<=[a-z]{2}\)))"
)
_AT_NUMBER = re.compile(
    rf"[0-9](?:(?P<unit>(?=[a-z]{{4}})(?=(?:{_UNITS})(?!\w)))"
    r"|(?P<year>(?<=[12])[09]\d\d(?!\w)"
    r"(?:(?<=\b(?:in|of|to|by)\d{4})|(?<=\b(?:until|March|April)\d{4}))))"
)
_AT_DATE = re.compile(r"(?P<date>,(?=(?:19|20)\d\d(?!\d))(?<=[ \d]\d,))")
_AT_ADDRESS = re.compile(r"(?P<address>https?://(?=\w))")
_AT_TAG = re.compile(r"(?P<tag>#(?=[A-Za-z]\w))")
# What may stand before a glued address or tag: a plain word, or other tags.
_UNADDRESSED = re.compile(r"\S*[^\w#’”\"'.,!?]\S*")
# Where the space goes before what was found, and not after it.
_BEFORE = frozenset(("mark", "bracket", "year", "address", "tag"))
_TAGS = re.compile(r"(?:#\w{2,60}){1,20}")
_SEARCHES = (
    _AT_STOP,
    _AT_QUOTE,
    _AT_STRAIGHT,
    _AT_BRACKET,
    _AT_NUMBER,
    _AT_DATE,
    _AT_ADDRESS,
    _AT_TAG,
)
# Signs of addresses and code; "Read.Remember.Vote" is a slogan.
_ADDRESS = re.compile(
    r"[@/\\#_=<>{}$~|^]|www\.|\.\w+\(|(?<![^\W_])(?:[A-Z][a-z]{2,12}\.){2}[A-Z][a-z]{2,12}(?!\w)"
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS}) \d{{1,2}}\Z")
_COUNTED = re.compile(rf"[\d.,]{{1,11}} (?:{_UNITS})(?!\w)")
_NUMBERED = re.compile(rf"(?:19|20)\d\d|\d{{1,2}} (?:{_UNITS}|of)(?!\w)")
_SUMS = frozenset(("million", "billion", "trillion", "crore", "lakh"))
_MONEY = re.compile(r"(?:[$£€₹¥]|\b(?:Rs|PKR|INR|USD|US|Tk)\.?)\s?[\d,.]{1,12}\Z")
_LONGEST_TOKEN = 120
_LONGEST_ASIDE = 200
_LONGEST_QUOTED = 1000
# "poly(vinyl chloride)"
_CHEMICAL = frozenset(("poly", "copoly", "bis", "tris"))
_TITLED = re.compile(r"[A-Z]")
_WORD = re.compile(r"\w{1,40}")
_LAST_WORD = re.compile(r"\w{1,40}\Z")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put a space where one is missing."""
    pieces = marked_pieces(text)
    searches = (search for search in _SEARCHES if search.search(pieces))
    found = (match for search in searches for match in search.finditer(text))
    places = [_seam(match) for match in found if _is_missing(text, match)]
    if places and not is_about_code(text):
        yield from (Edit(Span(place, place), " ") for place in places)


def _seam(match: re.Match[str]) -> int:
    """Where the space goes: after a stop or a number, before a bracket or a quotation mark."""
    return match.start() if match.lastgroup in _BEFORE else match.end()


def _is_missing(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup in ("address", "tag"):
        return _is_glued_address(text, match)
    token = _token(text, match.start(), match.end())
    if _ADDRESS.search(token) or is_in(code_spans(text), match.start()):
        return False
    kind = match.lastgroup or ""
    return kind not in _TESTS or _TESTS[kind](text, match)


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """True if a month stands before the day and the comma."""
    return bool(_MONTH_BEFORE.search(text[max(0, match.start() - 13) : match.start()]))


def _is_no_sum(text: str, match: re.Match[str]) -> bool:
    """False for "£4million" and "Rs50billion", as some newspapers write them."""
    sum_before = _MONEY.search(text[max(0, match.start() - 16) : match.end()])
    return sum_before is None or _word_after(text, match.end()) not in _SUMS


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """True if the number after a full stop is one of something, and no footnote."""
    return bool(_COUNTED.match(text, match.end()))


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """True for a year, or a number of something, after a comma and outside of tables."""
    return bool(_NUMBERED.match(text, match.end())) and not _is_row(text, match.start())


def _is_glued_address(text: str, match: re.Match[str]) -> bool:
    """True if a word runs into an address, or a tag into a tag."""
    before = text[max(0, match.start() - _LONGEST_TOKEN) : match.start()]
    if not before or not before[-1].isalnum():
        return False
    word = before.split()[-1]
    if match.lastgroup == "tag":
        return bool(_TAGS.fullmatch(word))
    return not _UNADDRESSED.fullmatch(word)


def _token(text: str, start: int, end: int) -> str:
    """The unbroken run of characters round a place."""
    before = text[max(0, start - _LONGEST_TOKEN) : start]
    after = text[end : end + _LONGEST_TOKEN]
    left = before.split()[-1] if before and not before[-1].isspace() else ""
    right = after.split()[0] if after and not after[0].isspace() else ""
    return left + text[start:end] + right


def _word_after(text: str, place: int) -> str:
    found = _WORD.match(text, place)
    return found.group() if found else ""


def _word_before(text: str, place: int) -> str:
    found = _LAST_WORD.search(text[max(0, place - 40) : place])
    return found.group() if found else ""


def _is_no_name(text: str, match: re.Match[str]) -> bool:
    """False if the full stop stands in a domain, a file name or a dotted name."""
    after = _word_after(text, match.end())
    if after in _OPENERS.split("|"):
        return True
    end = match.end() + len(after)
    ending = _word_after(text, end + 1) if text[end : end + 1] == "." else ""
    endings = entries("domain_endings")
    return after.lower() not in endings and ending.lower() not in endings


def _is_sentence(text: str, match: re.Match[str]) -> bool:
    """True if the word before is no name, or the word after opens a sentence."""
    after, before = _word_after(text, match.end()), _word_before(text, match.start())
    return after in _OPENERS.split("|") or not _TITLED.match(before)


def _is_no_row(text: str, match: re.Match[str]) -> bool:
    return not _is_row(text, match.start())


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """True if a bracket opens on an abbreviation, or on words and is shut in the same line."""
    if text[match.end()].isupper():
        return True
    end = text.find(")", match.end(), match.end() + _LONGEST_ASIDE)
    if _word_before(text, match.start()) in _CHEMICAL:
        return False
    return end > 0 and "\n" not in text[match.end() : end]


def _is_shut(text: str, match: re.Match[str]) -> bool:
    """True if a straight quotation mark shuts what another opened in the same line."""
    opened = text.rfind("\n", 0, match.start()) + 1
    line = text[max(opened, match.start() - _LONGEST_QUOTED) : match.start()]
    return line.count('"') % 2 == 1


def _is_long_aside(text: str, match: re.Match[str]) -> bool:
    """True if several words stand in the bracket: "(re)build" has a piece of one."""
    start = text.rfind("(", max(0, match.start() - _LONGEST_ASIDE), match.start())
    inside = text[start + 1 : match.start()]
    return start >= 0 and " " in inside.strip() and ")" not in inside


def _is_row(text: str, place: int) -> bool:
    """True if the line is a row of comma-separated values, like the line beside it."""
    opened = text.rfind("\n", 0, place) + 1
    closed = text.find("\n", place)
    closed = len(text) if closed < 0 else closed
    if closed - opened > 2000:
        return False
    line = text[opened:closed]
    count = line.count(",")
    if count < 2 or ", " in line:
        return False
    above = text[:opened].rstrip("\n").rsplit("\n", 1)[-1] if opened < 100_000 else ""
    below = text[closed + 1 : closed + 2000].split("\n", 1)[0]
    return any(other.count(",") == count and ", " not in other for other in (above, below))


_TESTS: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "stop": _is_no_name,
    "running": _is_no_name,
    "call": _is_sentence,
    "colon": _is_sentence,
    "unit": _is_no_sum,
    "counted": _is_counted,
    "date": _is_dated,
    "comma": _is_no_row,
    "numbered": _is_numbered,
    "bracket": _is_aside,
    "shut": _is_long_aside,
    "straight": _is_shut,
}

FIXER = Fixer(
    code="BRK302",
    name="missing-space",
    severity="error",
    message="a space is missing",
    edits=edits,
    mends=(
        ("The rain stopped.Then it snowed.", "The rain stopped. Then it snowed."),
        ("ferries,trains and buses,and trams", "ferries, trains and buses, and trams"),
        ("It froze;the port closed.I stayed.", "It froze; the port closed. I stayed."),
        ("It left the U.S.The port closed.", "It left the U.S. The port closed."),
        ("The ice held.however the port closed", "The ice held. however the port closed"),
        ("Who paid?Nobody did!Then it closed.", "Who paid? Nobody did! Then it closed."),
        ("He said:The port is shut.", "He said: The port is shut."),
        ("“It is shut.”She left.", "“It is shut.” She left."),
        ('"It is shut,"she said.', '"It is shut," she said.'),
        ("She said:“Go home.”", "She said: “Go home.”"),
        ("the World Health Organisation(WHO)", "the World Health Organisation (WHO)"),
        (
            "Three ships waited:a tanker and two (both old)and slow ferries,2 of them empty.",
            "Three ships waited: a tanker and two (both old) and slow ferries, 2 of them empty.",
        ),
        (
            "The ferry(she was built here) sank in May,2019 at 41 per cent.2 million saw it.",
            "The ferry (she was built here) sank in May, 2019 at 41 per cent. 2 million saw it.",
        ),
        ("On March 5,2019 it rose 5percent in2019.", "On March 5, 2019 it rose 5 percent in 2019."),
        (
            "It rained (again),and in 2019,the port closed.",
            "It rained (again), and in 2019, the port closed.",
        ),
        (
            "Thanks #Norvik#Harborhttps://example.org/a",
            "Thanks #Norvik #Harbor https://example.org/a",
        ),
        ("La pluie a cessé.Puis il neigea,hélas.", "La pluie a cessé. Puis il neigea, hélas."),
    ),
    untouched=(
        "The theme was “Read.Remember.Vote” that year.",
        "Write to news@example.com or see example.com, Example.Com/Path and www.Port.Co.",
        "The U.S.A., i.e. the U.S., at 5 p.m. on Nov.5; e.g. this.",
        'The crowd sang "U.S.A, U.S.A" to the F.B.I men; it costs £XX,XXX.',
        'He said,"we will see" and then "no" or "yes".',
        "J.K.Rowling and M.Karunanidhi met Yahoo!Japan and Jeopardy!Masters.",
        "Open report.Final.docx, Main.java, Node.js and System.out.println, HealthCare.Error404.",
        "2,4-D and N,N-dimethylformamide at 1,000; 3.5; 10:30; John 3:16; 3,4.",
        "port,box,year\nOslo,12,2019\nBergen,9,2020",
        "#Cats,Dogs @ann,bob C:\\Port,Box",
        "Wait...What? Well…No. He left—She stayed.",
        "Category:Ports CSI:Miami Re:Zero",
        "https://web.example/https://port.example and page.html#part#two, C#F#; TL;DR",
        "booking.com, del.icio.us, last.fm, amazon.in and monday.com",
        "It cost £4million, or Rs1.4billion.",
        "The colour(s) of the (re)built port; f(x) is sin(x) or log(y); the war.12 The end.2",
        "Paris,75 Lyon,69 and cis,2-hexene; note:a,b; 10:30; key:value",
    ),
)
