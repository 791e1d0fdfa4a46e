"""
Find a sentence that stands twice in one article.

## Why it matters
Pasting and joining of versions leave a sentence in both its places.

## When it is wrong
Speeches, poems and songs repeat on purpose: short sentences, quoted ones and those that come three
times are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, folded, sentences
from credcheck.rules.broken.repeated_paragraph import MIN_WORDS as PARAGRAPH_WORDS_MIN
from credcheck.types import Edit, Match, Prose, Rule, Span

# Two in a row are a slip from five words on; further apart only a long sentence is one: "He did
# not respond to a request for comment." stands twice in good articles.
MIN_WORDS_NEXT = 5
MIN_WORDS_AFAR = 13
REFRAIN_TIMES = 3

_STOP = re.compile(r"[.!?…\n]")
_PIECE_MIN = 12

_SPEAKER = frozenset(["i", "we", "you", "us", "our", "my", "me", "your", "let", "never", "nobody"])


def find(prose: Prose) -> Iterable[Match]:
    """Second copies of sentences."""
    text = prose.text
    if not _may_repeat(text):
        return
    rows = article_lines(text)
    if sum(line.is_prose for line in rows) * 2 < len(rows) - 2:
        return
    spans = list(_spans(text, rows))
    keys = [folded(span.of(text)) for span in spans]
    times = Counter(keys)
    for place in _copies(spans, keys, times, text):
        span = spans[place]
        cut = Edit(_taken(text, span), "", "", "unsafe")
        # Far from the first it may be a quotation set apart, as magazines do.
        is_next = keys[place - 1] == keys[place]
        yield Match(span, (), (cut,), severity="error" if is_next else "warning")


def _may_repeat(text: str) -> bool:
    """True if two stretches between full stops are the same: a fast look before a careful one."""
    pieces = [piece.strip("“”\"‘’' ") for piece in _STOP.split(text) if len(piece) > _PIECE_MIN]
    return len(set(pieces)) < len(pieces)


def _spans(text: str, rows: Sequence[Line]) -> Iterator[Span]:
    """The sentences of the article, whole paragraphs that stand twice left to their own rule."""
    seen: set[str] = set()
    for line in rows:
        key = folded(line.text)
        if key in seen and len(line.words) >= PARAGRAPH_WORDS_MIN:
            continue
        seen.add(key)
        yield from sentences(text, line.span)


def _copies(
    spans: Sequence[Span], keys: Sequence[str], times: Counter[str], text: str
) -> Iterator[int]:
    seen: set[str] = set()
    for place, key in enumerate(keys):
        if key in seen and times[key] < REFRAIN_TIMES and _is_sentence(spans[place].of(text)):
            count = len(key.split())
            is_next = place > 0 and keys[place - 1] == key
            wanted = MIN_WORDS_NEXT if is_next else MIN_WORDS_AFAR
            if count >= (MIN_WORDS_AFAR if _is_rhetoric(key) else wanted):
                yield place
        seen.add(key)


def _is_rhetoric(key: str) -> bool:
    """A speaker says it twice to be heard."""
    return not _SPEAKER.isdisjoint(key.split())


def _is_sentence(text: str) -> bool:
    return text[-1] in ".?…" and text.lstrip('“"‘')[:1].isupper()


def _taken(text: str, span: Span) -> Span:
    """The sentence and the blanks that lead to it."""
    before = text[: span.start]
    return Span(len(before.rstrip(" \t")), span.end)


RULE = Rule(
    code="BRK406",
    name="repeated-sentence",
    severity="error",
    message="this sentence stands here for the second time",
    find=find,
    bad=(
        "The harbour board closed the pier on Monday. [[The harbour board closed the pier on "
        "Monday.]] Repairs will take until the autumn.",
        "An inspector who went down at low tide found rust in two of the legs. The board closed "
        "the pier. The ferry leaves from the fish quay. [[An inspector who went down at low tide "
        "found rust in two of the legs.]]",
    ),
    good=(
        "He did not respond to a request for comment. The board said the pier was safe. He did not "
        "respond to a request for comment.",
        "We will rebuild the pier. We will rebuild the pier. We will rebuild the pier, the mayor "
        "said, and the crowd joined in.",
        "“It never rains on a feast day. It never rains on a feast day,” the old man repeated.",
    ),
    languages=("*",),
)
