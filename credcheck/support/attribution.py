"""
Who is said to have said it: named people with their role, sentences with a source, and sources
that are not named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from credcheck.lexicons import entries
from credcheck.support.folding import folded
from credcheck.support.sentences import Sentence, Word
from credcheck.support.starts import first_runs, matches
from credcheck.types import Span

MOST_NAMING = 5
# Where many reporters hear one person once.
_OCCASION = re.compile(
    r"\b(?:(?:news|press) (?:conference|briefing|release)|briefing|conference call|statement|filing"
    r"|court (?:papers|documents|hearing)|indictment|speech|interview|tweet|press note)\b",
    re.I,
)
_ARTICLES = frozenset({"the", "a", "an", "of", "for", "and"})
_ROLES = (
    r"(?:(?:[Dd]eputy|[Aa]cting|[Ii]nterim|[Ff]ormer|[Cc]aretaker|[Cc]hief|[Ff]oreign|[Pp]rime"
    r"|[Vv]ice|[Aa]ssistant|[Ss]enior|[Hh]ead|[Ff]inance|[Hh]ealth|[Ii]nterior|[Dd]efen[cs]e"
    r"|[Hh]ome"
    r"|[Ee]xecutive|[Mm]anaging|[Gg]eneral|[Aa]ttorney) )*"
    r"(?:[Mm]inister|[Pp]resident|PM|MP|[Ss]ecretary|[Ss]pokes(?:person|man|woman)|[Dd]irector"
    r"|(?:co-)?[Ff]ounder|[Gg]overnor|[Ss]enator|Sen\.|Rep\.|Gov\.|Gen\.|[Gg]eneral|[Jj]udge"
    r"|[Jj]ustice"
    r"|[Cc]hancellor|[Cc]hair(?:man|woman|person)?|CEO|[Ee]xecutive|[Aa]mbassador|[Aa]dviser"
    r"|[Aa]nalyst"
    r"|[Pp]rofessor|[Cc]oach|[Mm]anager|[Cc]aptain|[Mm]ayor|[Cc]ommissioner|[Ii]nspector|[Oo]fficer"
    r"|[Ss]uperintendent|[Pp]rosecutor|[Ll]awyer|[Ee]conomist|[Rr]esearcher|[Ee]ditor|[Ll]eader)"
)
_PERSON = r"[A-Z][\w’'-]+(?: (?:al|bin|de|van|von|der) )?(?: [A-Z][\w’'-]+){0,3}"
_ROLE_NAME = re.compile(rf"\b({_ROLES}),? ({_PERSON})")
_NAME_ROLE = re.compile(
    rf"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}), (?:the |an? )?((?:[\w’'-]+ ){{0,3}}?{_ROLES})\b"
)
_UNNAMED = re.compile(
    r"\b(?:(?:some |many |several |most |unnamed |political |security |market |industry |western )?"
    r"(?:analysts|experts|observers|critics|insiders|commentators|pundits|sources|supporters"
    r"|skeptics"
    r"|sceptics)(?: familiar with the matter)?,? (?:say|said|says|believe|believed|fear|feared|warn"
    r"|warned|argue|argued|suggest|suggested|claim|claimed|note|expect|are (?:closely )?(?:watching"
    r"|monitoring)|point out|see|agree)"
    r"|(?:say|said|according to|warn|believe) (?:some |many |several |most )?(?:analysts|experts"
    r"|observers|critics|insiders|commentators|sources)\b(?! (?:at|from|in|with the|of)\b)"
    r"|(?:some|many) (?:say|believe|argue|fear|claim)\b"
    r"|it (?:is|was|has been) (?:widely )?(?:believed|reported|understood|rumou?red|thought"
    r"|claimed)"
    r"|(?:concerns|questions|doubts|fears) (?:have been|were|are being|have also been) (?:raised"
    r"|voiced|expressed)(?! by)|(?:have|has) (?:raised|sparked|drawn) (?:international|widespread"
    r"|growing)"
    r" (?:alarm|concern|criticism|outrage))",
    re.I,
)
_UNNAMED_STARTS = frozenset(
    (
        *("some", "many", "several", "most", "unnamed", "political", "security", "market"),
        *("industry", "western", "analysts", "experts", "observers", "critics", "insiders"),
        *("commentators", "pundits", "sources", "supporters", "skeptics", "sceptics", "say"),
        *("said", "according", "warn", "believe", "it", "concerns", "questions", "doubts"),
        *("fears", "have", "has"),
    )
)


@dataclass(frozen=True, slots=True)
class Role:
    """A person named with an office: the whole span, the stretch of the name, the office."""

    span: Span
    name: str
    role: str


@cache
def _attribution() -> re.Pattern[str]:
    verbs = "|".join(sorted(entries("reporting_verbs")))
    return re.compile(rf"\b(?:according to|{verbs})\b", re.I)


@cache
def _emphasis() -> re.Pattern[str]:
    phrases = sorted(entries("empty_emphasis"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)


def empty_emphasis(text: str) -> Iterator[Span]:
    """Words and phrases that stress importance and add no fact."""
    starts = first_runs(tuple(entries("empty_emphasis")))
    for match in matches(_emphasis(), text, starts):
        yield Span(*match.span())


def is_attributed(text: str, sentence: Sentence) -> bool:
    """True if a sentence names the act of saying: it has some source, named or not."""
    places = _sayings(text)
    next_one = bisect_left(places, sentence.span.start)
    return next_one < len(places) and places[next_one] < sentence.span.end


@lru_cache(maxsize=2)
def _sayings(text: str) -> tuple[int, ...]:
    """Where acts of saying are named."""
    starts = first_runs(("according to", *entries("reporting_verbs")))
    return tuple(match.start() for match in matches(_attribution(), text, starts))


def source(text: str, sentence: Sentence) -> str:
    """
    Whom a sentence names as its source and on what occasion: "Ilena Droz, news conference".

    The words before a verb of saying, back to the last mark of punctuation, or those after it; ""
    if nobody is named.
    """
    verb = _attribution().search(text, sentence.span.start, sentence.span.end)
    if verb is None:
        return ""
    before = [word for word in sentence.words if word.end <= verb.start()]
    after = [word for word in sentence.words if word.start >= verb.end()]
    named = _named(text, before[::-1], verb.start(), -1)[::-1]
    if verb[0].lower() == "according to" or not named:
        named = _named(text, after, verb.end(), 1)
    occasion = _OCCASION.search(text, sentence.span.start, sentence.span.end)
    parts = [" ".join(named), occasion[0].lower() if occasion else ""]
    return ", ".join(part for part in parts if part)


def _named(text: str, words: Sequence[Word], edge: int, step: int) -> list[str]:
    """The words of content that follow in one direction, up to punctuation."""
    found: list[str] = []
    for word in words[:MOST_NAMING]:
        gap = text[edge : word.start] if step > 0 else text[word.end : edge]
        if not gap.isspace() or (found and not word.stem and word.text not in _ARTICLES):
            break
        if word.stem and not word.text[0].isdigit():
            found.append(word.text)
        edge = word.end if step > 0 else word.start
    return found


@lru_cache(maxsize=1 << 12)
def stems_of_source(speaker: str | None) -> frozenset[str]:
    """The stems of the words that name a source, by which two sources are compared."""
    return frozenset(folded(word) for word in (speaker or "").replace(",", "").split()) - {""}


def shared_source(speakers: Sequence[str | None]) -> str:
    """
    The words of the first source that all the others have too, "" if there are none.

    Two reports of one news conference are independent of each other and rest on one source.
    """
    shared = frozenset.intersection(*map(stems_of_source, speakers)) if speakers else frozenset()
    words = (speakers[0] or "").split() if shared else []
    return " ".join(word for word in words if folded(word.strip(",")) in shared).strip(",")


def roles(text: str) -> Iterator[Role]:
    """People named with their office, in order of place."""
    found = [Role(Span(*m.span()), m[2], m[1]) for m in _ROLE_NAME.finditer(text)]
    found += [Role(Span(*m.span()), m[1], m[2]) for m in _NAME_ROLE.finditer(text)]
    yield from sorted(found, key=lambda role: role.span)


def unnamed_sources(text: str) -> Iterator[Span]:
    """Places where something is put down to sources without a name."""
    for match in matches(_UNNAMED, text, _UNNAMED_STARTS):
        yield Span(*match.span())


_JUDGING_VERBS = ("represent", "mark", "signal", "underscore", "reflect", "highlight")
# Judgements and guesses that nobody is named for: a sentence that attributes them holds a name.
_VAGUE = re.compile(
    rf"\b(?:(?:{'|'.join(_JUDGING_VERBS)})s? (?:a|an|the)"
    r" (?:[a-z-]+ )?(?:crucial|pivotal|potential|significant|important|need|critical|major|turning)"
    r"|(?:has|have) been (?:proposed|suggested|floated)(?! by)"
    r"|it (?:appears|seems|remains to be seen)|raises? (?:serious )?questions about"
    r"|(?:could|may|might) (?:greatly |significantly |further |potentially |also |well )?"
    r"(?:improve|disrupt|undermine|enhance|boost|hamper|transform|reshape|lead to|result in|pave)"
    r"|the international community (?:is )?(?:closely )?(?:watch|monitor|follow)[a-z]*"
    r"|(?:closely|keenly) (?:watched|watching|monitored|monitoring))\b",
    re.I,
)
_VAGUE_STARTS = frozenset(
    (
        *(verb + ending for verb in _JUDGING_VERBS for ending in ("", "s")),
        *("has", "have", "it", "raise", "raises", "could", "may", "might", "the"),
        *("closely", "keenly"),
    )
)


def vague_statements(text: str) -> Iterator[Span]:
    """Unnamed sources, and judgements or guesses put down to nobody."""
    found = [
        *unnamed_sources(text),
        *(Span(*m.span()) for m in matches(_VAGUE, text, _VAGUE_STARTS)),
    ]
    yield from sorted(found)
