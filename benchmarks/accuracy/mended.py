"""
What does the cleaning chain do to ordinary articles, and to damage put into them?

`python -m benchmarks.accuracy.mended FILE [--articles N] [--show CODE]`

FILE is .jsonl or .jsonl.xz with the article in "text". First every edit made in whole articles
is counted by fixer (and shown, for one code, to be judged by eye). Then damage is put into the
first 6,000 characters, one place at a time, from a fixed seed, and the mended text is compared with
the whole one.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.speed.clean import articles, document
from credcheck.clean import clean, fixers
from credcheck.clean.trace import traces
from credcheck.types import Span

SEED = 11
CHARACTERS = 6_000
RUN = re.compile(r"(?<![\w'’\-.@#/&])[A-Za-z]+(?: [A-Za-z]+){1,11}(?![\w'’\-@/&])")
WORDS = (2, 2, 2, 3, 4, 6)
PLACES = 4
STOPS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("space lost after a stop", re.compile(r"[a-z]{2}\. [A-Z][a-z]"), lambda s: s.replace(" ", "")),
    ("space lost after a comma", re.compile(r"[a-z]{2}, [a-z]{2}"), lambda s: s.replace(" ", "")),
    ("space before a stop", re.compile(r"[a-z]{2}[,.] "), lambda s: f"{s[:2]} {s[2:]}"),
    ("comma moved on", re.compile(r"[a-z]{2}, [a-z]{2}"), lambda s: f"{s[:2]} ,{s[4:]}"),
)


def print_edits(texts: list[str], code: str) -> None:
    """Edits by fixer, and those of one code with what stands round them."""
    made: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    for text in texts:
        found = [trace for trace in traces(clean(document(text))) if trace.applied]
        made.update(trace.code for trace in found)
        touched.update({trace.code for trace in found})
        for trace in found:
            if trace.code == code:
                start, end = trace.span.start, trace.span.end
                around = text[max(0, start - 30) : start], text[start:end], text[end : end + 25]
                print(repr("{}[[{}]]{}".format(*around)), repr(trace.after))
    print(f"{'fixer':24}{'code':8}{'edits':>8}{'articles':>10}")
    for fixer in fixers():
        print(f"{fixer.name:24}{fixer.code:8}{made[fixer.code]:8}{touched[fixer.code]:10}")


def glued(text: str, chance: random.Random) -> Iterator[tuple[str, Span, str]]:
    """Stretches of words to be glued: kind, span, what will stand there."""
    runs = list(RUN.finditer(text))
    for _ in range(PLACES if runs else 0):
        run, count = chance.choice(runs), chance.choice(WORDS)
        words = run.group().split(" ")
        if len(words) >= count:
            first = chance.randrange(len(words) - count + 1)
            start = run.start() + sum(len(word) + 1 for word in words[:first])
            stretch = " ".join(words[first : first + count])
            span = Span(start, start + len(stretch))
            yield f"{count} words glued", span, stretch.replace(" ", "")


def unstopped(text: str, chance: random.Random) -> Iterator[tuple[str, Span, str]]:
    """Stops to be damaged."""
    for kind, pattern, damage in STOPS:
        places = list(pattern.finditer(text))
        for match in chance.sample(places, min(PLACES, len(places))):
            yield kind, Span(*match.span()), damage(match.group())


def print_injected(texts: list[str]) -> None:
    chance = random.Random(SEED)
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        whole = clean(document(text[:CHARACTERS])).text
        for kind, span, damage in (*glued(whole, chance), *unstopped(whole, chance)):
            damaged = whole[: span.start] + damage + whole[span.end :]
            mended = clean(document(damaged)).text
            counts[kind, "places"] += 1
            counts[kind, "found"] += mended != damaged
            counts[kind, "exact"] += mended == whole
    print(f"\n{'damage put in':28}{'places':>8}{'found':>8}{'recall':>8}{'exact':>8}")
    for kind in sorted({kind for kind, _ in counts}):
        places, found, exact = (counts[kind, what] for what in ("places", "found", "exact"))
        shares = f"{found / places:8.3f}{exact / max(found, 1):8.3f}"
        print(f"{kind:28}{places:8}{found:8}{shares}")


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    options = dict(zip(arguments[1::2], arguments[2::2], strict=False))
    texts = list(islice(articles(Path(arguments[0])), int(options.get("--articles", 300))))
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts)} words\n")
    print_edits(texts, options.get("--show", ""))
    print_injected(texts[:300])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
