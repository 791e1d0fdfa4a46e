"""
Ask what a text claims: numbers, dates, quotations, people with their office, events, headlines.

Runs in a worker, over the clean text; claims leave in raw coordinates. A claim is a question: it
is judged only once all files are known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from credcheck.support.agreement import Quantity
from credcheck.support.attribution import is_attributed, roles, source, vague_statements
from credcheck.support.context import UPDATES, Context, concept, context, is_name, periods
from credcheck.support.dates import Moment, moments
from credcheck.support.folding import folded
from credcheck.support.marks import senses, whole_senses
from credcheck.support.quantities import quantities
from credcheck.support.quotes import Quotation, quotations
from credcheck.support.rows import rows
from credcheck.support.sentences import Sentence, sentences, words
from credcheck.types import Claim, ClaimKind, Document, Measure, Prose, Span

# A sentence with fewer content words says too little to be looked for elsewhere.
EVENT_MIN_STEMS = 5
HEADLINE_MAX_WORDS = 22
# The value of a statement that is put down to nobody named.
UNNAMED = "unnamed"
_DATE: ClaimKind = "date"
_KINDS: dict[str, ClaimKind] = {"money": "money", "percent": "percent", "points": "percent"}


Figure = Quantity | Moment


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut up once: its sentences, its dates, its numbers, its quotations."""

    text: str
    sentences: tuple[Sentence, ...]
    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]
    rows: tuple[Span, ...]
    vague: tuple[Span, ...]


def claims(prose: Prose) -> tuple[Claim, ...]:
    """What a document claims, by place; page furniture claims nothing."""
    found = (claim for claim in stated(prose) if not prose.is_furniture(claim.span))
    home = (_home(claim, prose.document) for claim in found)
    return tuple(sorted(home, key=lambda c: (c.span, c.kind, c.value)))


def stated(prose: Prose) -> tuple[Claim, ...]:
    """What a document states, furniture too, in coordinates of its clean text; read once."""
    return statements(prose.text, _written(prose.document))


def statements(text: str, written: date | None = None) -> tuple[Claim, ...]:
    """What a text claims, in coordinates of the text; kept, since rules ask for it too."""
    return _statements(text, written)


# A cache of its own, since one that a caller may leave an argument to would keep two answers.
@lru_cache(maxsize=2)
def _statements(text: str, written: date | None) -> tuple[Claim, ...]:
    reading = read(text, written)
    return (*_of_sentences(reading), *_of_quotations(reading), *_of_people(reading))


def read(text: str, written: date | None = None) -> Reading:
    """Cut a text up; `written` is the day it was written, if known."""
    dated = moments(text, written)
    return Reading(
        text=text,
        sentences=sentences(text),
        moments=dated,
        quantities=quantities(text, (moment.span for moment in dated)),
        quotations=quotations(text),
        rows=rows(text),
        vague=tuple(vague_statements(text)),
    )


def _written(document: Document) -> date | None:
    try:
        return date.fromisoformat((document.meta.date or "")[:10])
    except ValueError:
        return None


def _home(claim: Claim, document: Document) -> Claim:
    """The same claim in raw coordinates."""
    return Claim(
        document.id,
        document.locate(claim.span),
        claim.kind,
        claim.value,
        document.locate(claim.sentence),
        claim.about,
        claim.unit,
        claim.speaker,
        claim.time,
        claim.measure,
    )


def _of_sentences(reading: Reading) -> Iterator[Claim]:
    """Events, headlines, and the numbers and dates that stand in them."""
    figures: list[Figure] = [*reading.quantities, *reading.moments]
    figures.sort(key=_start)
    for number, sentence in enumerate(reading.sentences):
        first = bisect_left(figures, sentence.span.start, key=_start)
        last = bisect_left(figures, sentence.span.end, key=_start)
        yield from _of_sentence(reading, number, sentence, figures[first:last])


def _start(figure: Figure) -> int:
    return figure.span.start


def _of_sentence(
    reading: Reading, number: int, sentence: Sentence, figures: list[Figure]
) -> Iterator[Claim]:
    taken = [figure.span for figure in figures]
    about = tuple(dict.fromkeys(_concepts(sentence, taken)))
    dated = [figure for figure in figures if isinstance(figure, Moment)]
    times = tuple(sorted({moment.value for moment in dated if moment.kind != "year"}))
    who = source(reading.text, sentence)
    yield from _event(reading, number, sentence, about, times, who)
    if figures:
        setting = _setting(reading, sentence, figures, about, who)
        for figure in figures:
            around = context(reading.text, sentence.words, figure.span, taken)
            yield _number_claim(reading.text, sentence, figure, around, setting)


def _setting(
    reading: Reading,
    sentence: Sentence,
    figures: list[Figure],
    about: tuple[str, ...],
    who: str,
) -> Setting:
    dated = [figure for figure in figures if isinstance(figure, Moment)]
    years = [moment.value for moment in dated if moment.kind == "year"]
    return Setting(
        about=about,
        who=who,
        senses=whole_senses(reading.text, sentence.span),
        figures=tuple(_named(figure) for figure in figures),
        times=tuple(sorted({moment.value for moment in dated if moment.kind != "year"})),
        years=tuple(years),
        spans=tuple(figure.span for figure in figures),
        is_update=any(word.text.lower() in UPDATES for word in sentence.words),
        is_row=_is_row(reading, sentence),
    )


def _concepts(sentence: Sentence, numbers: list[Span]) -> Iterator[str]:
    """The content words of a sentence, without its numbers and dates."""
    inside = {
        word.start for word in sentence.words for n in numbers if n.start <= word.start < n.end
    }
    for word in sentence.words:
        if word.stem and word.start not in inside and not word.text[0].isdigit():
            yield concept(word.stem)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the numbers of one sentence share."""

    about: tuple[str, ...]
    who: str
    senses: frozenset[str]
    figures: tuple[str, ...]
    times: tuple[str, ...]
    years: tuple[str, ...]
    spans: tuple[Span, ...]
    is_update: bool
    is_row: bool


def _named(figure: Figure) -> str:
    """A figure as it is known beside others: its kind and its value, "label tarn 5"."""
    if isinstance(figure, Moment):
        return f"{figure.kind} {figure.value}"
    kind = f"label {figure.unit}" if figure.kind == "label" else figure.kind
    return f"{kind} {figure.value:.6g}"


def _number_claim(
    text: str, sentence: Sentence, figure: Figure, around: Context, setting: Setting
) -> Claim:
    if isinstance(figure, Moment):
        kind, value, unit = _DATE, figure.value, None
    else:
        kind = _KINDS.get(figure.kind, "number")
        value, unit = f"{figure.value:.10g}", figure.unit or None
    return Claim(
        document="",
        span=figure.span,
        kind=kind,
        value=value,
        sentence=sentence.span,
        about=setting.about,
        unit=unit,
        speaker=setting.who or None,
        time=" ".join(setting.times) or None,
        measure=_measure(text, sentence.span, figure, around, setting),
    )


def _measure(
    text: str, sentence: Span, figure: Figure, around: Context, setting: Setting
) -> Measure:
    said: tuple[str, float, float, float, str, str]
    if isinstance(figure, Moment):
        said = (figure.kind, 0.0, 0.0, 0.0, "about" if figure.is_loose else "exact", "")
    else:
        said = (figure.kind, figure.value, figure.low, figure.high, figure.hedge, figure.unit)
    return Measure(
        kind=said[0],
        value=said[1],
        low=said[2],
        high=said[3],
        hedge=said[4],
        unit=said[5],
        thing=around.thing,
        state=around.state,
        near=around.near,
        names=around.names,
        times=setting.times,
        periods=(*periods(text, sentence, figure.span, setting.spans), *setting.years),
        role=around.role,
        run=around.run,
        lead=around.lead,
        senses=senses(text, sentence, figure.span, setting.senses),
        beside=tuple(other for other in setting.figures if other != _named(figure)),
        is_update=setting.is_update,
        is_row=setting.is_row,
    )


def _is_row(reading: Reading, sentence: Sentence) -> bool:
    index = bisect_right(reading.rows, sentence.span.start, key=lambda row: row.start) - 1
    return index >= 0 and reading.rows[index].overlaps(sentence.span)


def claims_in(text: str, span: Span) -> Claim:
    """An event claim made of the words of a given stretch."""
    stems = (word.stem for word in words(text, span))
    about = tuple(dict.fromkeys(concept(s) for s in stems if s and not s[0].isdigit()))
    value = UNNAMED if any(s.overlaps(span) for s in vague_statements(text)) else ""
    return Claim("", span, "event", value, span, about)


def _event(
    reading: Reading,
    number: int,
    sentence: Sentence,
    about: tuple[str, ...],
    times: tuple[str, ...],
    who: str,
) -> Iterator[Claim]:
    """The sentence as a whole, if it says enough; the first short line is the headline."""
    if len(about) < EVENT_MIN_STEMS:
        return
    kind: ClaimKind = "event"
    if number == 0 and _is_headline(reading.text, sentence):
        kind = "headline"
    elif who or is_attributed(reading.text, sentence):
        kind = "attribution"
    elif not any(is_name(reading.text, word) for word in sentence.words):
        return
    value = UNNAMED if any(sentence.span.overlaps(vague) for vague in reading.vague) else ""
    time = " ".join(times) or None
    yield Claim("", sentence.span, kind, value, sentence.span, about, None, who or None, time)


def _is_headline(text: str, sentence: Sentence) -> bool:
    is_line = text[sentence.span.end : sentence.span.end + 1] in {"\n", ""}
    is_open = text[sentence.span.end - 1] not in ".!"
    return is_line and is_open and len(sentence.words) <= HEADLINE_MAX_WORDS


def _of_quotations(reading: Reading) -> Iterator[Claim]:
    for quotation in reading.quotations:
        inside = words(reading.text, quotation.span)
        if inside:
            yield Claim(
                "",
                quotation.span,
                "quote",
                " ".join(word.text.lower().replace("’", "'") for word in inside),
                _sentence_of(reading, quotation.span),
                tuple(dict.fromkeys(word.stem for word in inside if word.stem)),
                speaker=quotation.speaker,
            )


def _of_people(reading: Reading) -> Iterator[Claim]:
    for role in roles(reading.text):
        yield Claim(
            "",
            role.span,
            "name",
            " ".join(folded(part) for part in role.name.split()),
            _sentence_of(reading, role.span),
            tuple(dict.fromkeys(s for s in (folded(part) for part in role.role.split()) if s)),
        )


def _sentence_of(reading: Reading, span: Span) -> Span:
    index = bisect_right(reading.sentences, span.start, key=lambda s: s.span.start) - 1
    return reading.sentences[index].span if index >= 0 else span
