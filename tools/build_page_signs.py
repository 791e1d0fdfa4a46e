"""
Build credcheck/lexicons/page_signs.tsv: what the signs and the place of a line say for its being
the page's and not the article's.

    python tools/build_page_signs.py OUTPUT --pages FOLDER... --articles FILE.jsonl.xz... \
        --texts FILE.jsonl.xz... --trials FOLDER...

A FOLDER holds ground-truth.json (name -> {"articleBody": ...}) and pages/NAME.html.gz, as in the
article-extraction-benchmark of Scrapinghub: lines of a page outside its article body are furniture,
but for headlines of other stories, names of sections and comments of readers. In the articles
("source", "text") lines that recur in one source whatever the names and numbers in them, and those
with a wording of page_furniture.tsv, are furniture, all others the article's own; of those the ones
that another fifth of the sources makes furniture are left out, since articles are kept with much of
their page. Texts ("register", "text") have no furniture. Both models are logistic regressions, the
second fitted on what the first says of sources it has not seen. Lines of kinds that these sources
are too old for, or hardly have, are written in page_notices.txt; the second model learns their
places from articles among whose lines some are put, and from texts labelled by hand (a trial FOLDER
holds damaged.jsonl and clean.jsonl). Needs scikit-learn
(`pip install scikit-learn`), which the program itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from credcheck.language.identify import identify
from credcheck.rules.broken._furniture import SCORE_MIN, worded
from credcheck.rules.broken._line_signs import WORDS_MAX, page_words, signs, tokens
from credcheck.rules.broken._lines import Line, lines
from credcheck.rules.broken._page_model import (
    LEAST,
    MOST,
    PLACES,
    TITLE_WORDS,
    limited,
    log_odds,
    places,
    speaks,
)
from tools.page_lines import labelled, page_lines

# A sign must be shown in so many sources, a pair of words in more, and so often.
SOURCES_MIN = 4
TIMES_MIN, OF_PAGE_MIN, TIMES_OF_ARTICLES_MIN = 8, 3, 100
RECURS_MIN = 4
# One article in so many is read for lines of its own; one of these in so many for places.
ARTICLE_STEP, PLACE_STEP = 4, 20
# So many lines of one source may begin with the same word or the same four words.
ALIKE_MAX, BEGUN_ALIKE_MAX = 4, 25
STRENGTH = 0.15
# Lines written for this count so much more, being of many kinds and sure.
NOTICES = Path(__file__).with_name("page_notices.txt")
NOTICE_WEIGHT = 4.0
# Neighbours were written by the same hand: so many stand in one fold.
NOTICE_BLOCK = 600
# One article in so many has notices put among its lines, as many of these have; how many at most at
# its head, at its foot, and amid; labelled texts count so much more.
MADE_STEP, BARE_SHARE = 25, 0.5
AT_HEAD, AT_FOOT, AMID = 4, 8, 3
TRIAL_WEIGHT = 4
ROUNDS, FOLDS = 3, 5
# Lines that other sources make furniture more surely than this are not taught as articles' own.
DOUBTED_FROM = 0.5
WEIGHT_MAX = 3.0
NEAR_BEFORE, NEAR_AFTER = 6, 12
REGISTER_LINES = 80


@dataclass(frozen=True, slots=True)
class Example:
    """A line, whose it is, and how much it counts."""

    source: str
    line: Line
    is_page: bool
    weight: float
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of one text in their order; of which ones the label is sure."""

    source: str
    lines: tuple[Line, ...]
    are_page: tuple[bool, ...]
    are_sure: tuple[bool, ...]


def line_of(text: str) -> Line | None:
    """The text as a line; None if nothing is left of it."""
    found = lines(text)
    return found[0] if found else None


def template(text: str) -> str:
    """A line without its names and numbers."""
    first, *others = text.split()
    named = ("N" if word[:1].isupper() else re.sub(r"\d", "0", word) for word in others)
    return " ".join((first, *named))


def said(text: str) -> int:
    """How many words of pages a line has."""
    return len(page_words().keys() & set(tokens(text)))


def is_telling(text: str, is_link: bool) -> bool:
    """False for headlines of other stories, names of sections, comments of readers."""
    count = len(text.split())
    if is_link:
        return said(text) >= (2 if count >= 5 else 1)
    return count < 12 or said(text) >= 2


def of_pages(folder: Path) -> Iterator[tuple[str, list[tuple[str, bool, bool]]]]:
    """The lines of each English page: text, is it the article's, is it a link."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, page in truth.items():
        if identify(page["articleBody"]) == "en":
            html = gzip.decompress((folder / "pages" / f"{name}.html.gz").read_bytes())
            found = page_lines(html.decode("utf-8", "replace"))
            rows = list(labelled(found, page["articleBody"]))
            if sum(is_own for _, is_own, _ in rows) >= 3:
                yield (
                    page.get("url", name).split("/")[2 if "//" in page.get("url", "") else 0],
                    rows,
                )


def page_examples(source: str, rows: Sequence[tuple[str, bool, bool]]) -> Iterator[Example]:
    """The lines of a page that tell something, each once."""
    for text, (is_own, is_link) in {text: (own, link) for text, own, link in rows}.items():
        line = line_of(text)
        if line and len(line.words) <= WORDS_MAX and (is_own or is_telling(text, is_link)):
            yield Example(source, line, not is_own, 2.0 if is_own else 1.0, False)


def page_place(source: str, rows: Sequence[tuple[str, bool, bool]]) -> Place:
    """The article in a page with what stands next to it."""
    own = [number for number, row in enumerate(rows) if row[1]]
    near = rows[max(0, own[0] - NEAR_BEFORE) : own[-1] + NEAR_AFTER + 1]
    pairs = [(line, not row[1]) for row in near if (line := line_of(row[0]))]
    are_page = tuple(page for _, page in pairs)
    return Place(source, tuple(line for line, _ in pairs), are_page, (True,) * len(pairs))


def records(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Every record of some compressed files of JSON lines."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            yield from map(json.loads, rows)


def recurring(texts: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Lines that recur in a source whatever names they hold: source and template -> one of them."""
    count: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], str] = {}
    for source, text in texts:
        here = {template(line): line for raw in text.split("\n") if (line := raw.strip())}
        for key, line in here.items():
            count[source, key] += 1
            shown.setdefault((source, key), line)
    return {key: shown[key] for key, times in count.items() if times >= RECURS_MIN}


def article_examples(texts: Sequence[tuple[str, str]]) -> tuple[list[Example], list[Place]]:
    """The lines of articles, those that recur or have a known wording being the page's."""
    again = recurring(texts)
    found = [
        Example(source, line, True, 2.0, False)
        for (source, _), text in sorted(again.items())
        if (line := line_of(text)) and _tells(line)
    ]
    alike: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[str, str]] = set()
    documents: list[Place] = []
    for source, text in texts:
        here = lines(text)
        known_here = tuple(map(is_worded, here))
        pages = tuple(
            known or (source, template(line.text)) in again
            for line, known in zip(here, known_here, strict=True)
        )
        number = zlib.crc32(text[:200].encode())
        if number % (ARTICLE_STEP * PLACE_STEP) == 0 and here:
            documents.append(Place(source, here, pages, pages))
        for line, known, is_page in zip(here, known_here, pages, strict=True):
            if len(line.words) > WORDS_MAX or (source, line.text) in seen:
                continue
            seen.add((source, line.text))
            if known and _is_new(source, line.text, alike):
                found.append(Example(source, line, True, 1.5, False))
            elif not is_page and number % ARTICLE_STEP == 0:
                found.append(Example(source, line, False, 1.0, True))
    return found, documents


def _tells(line: Line) -> bool:
    """True for a recurring line that speaks of pages, as a name that recurs does not."""
    most = min(2, 1 + len(line.words) // 5)
    return len(line.words) <= WORDS_MAX and said(line.text) >= most


def is_worded(line: Line) -> bool:
    """True if a line has a known wording and the shape for it."""
    mark = worded(line)
    return bool(mark.kind) and mark.score >= SCORE_MIN


def _is_new(source: str, text: str, alike: Counter[tuple[str, str]]) -> bool:
    """True for the first few lines of a source that begin so."""
    words = template(text).split()
    keys = ((source, " ".join(words[:4])), (source, words[0]))
    alike.update(keys)
    return alike[keys[0]] <= ALIKE_MAX and alike[keys[1]] <= BEGUN_ALIKE_MAX


def notice_examples(path: Path = NOTICES) -> list[Example]:
    """The lines written for this, each a source of its own."""
    rows = path.read_text(encoding="utf-8").splitlines()
    told = [(row[0] == "+", line_of(row[2:])) for row in rows if row[:2] in ("+ ", "- ")]
    return [
        Example(f"notice {number}", line, is_page, NOTICE_WEIGHT, False)
        for number, (is_page, line) in enumerate(told)
        if line
    ]


def text_examples(texts: Iterable[tuple[str, str]]) -> tuple[list[Example], list[Place]]:
    """Texts that are no pages: every second one, its first lines."""
    found: list[Example] = []
    documents: list[Place] = []
    for source, text in texts:
        if zlib.crc32(text[:200].encode()) % 2:
            continue
        here = lines(text)[:REGISTER_LINES]
        short = {line.text: line for line in here if len(line.words) <= WORDS_MAX}
        found += [Example(source, line, False, 0.7, False) for line in short.values()]
        documents.append(Place(source, here, (False,) * len(here), (True,) * len(here)))
    return found, documents


def made_pages(texts: Sequence[tuple[str, str]], notices: Sequence[Example]) -> list[Place]:
    """Articles with notices put before, after and between their lines."""
    by_fold = [
        [
            [one.line for one in notices if fold(one.source) == n and one.is_page == is_page]
            for is_page in (False, True)
        ]
        for n in range(FOLDS)
    ]
    return [
        _made(source, text, by_fold[fold(source)], random.Random(text[:200]))
        for source, text in texts
        if zlib.crc32(text[:200].encode()) % MADE_STEP == 1
    ]


def _made(source: str, text: str, notices: Sequence[Sequence[Line]], rng: random.Random) -> Place:
    others, of_page = notices
    rows = [(line, False, False) for line in lines(text) if not is_worded(line)]
    if rng.random() < BARE_SHARE:
        put = [(rng.randrange(len(rows) + 1), rng.choice(others), False)]
    else:
        places = [0] * rng.randint(0, AT_HEAD) + [len(rows)] * rng.randint(0, AT_FOOT)
        put = [(place, rng.choice(of_page), True) for place in places]
        amid = [line for line in of_page if speaks(line) or len(line.words) > TITLE_WORDS]
        put += [
            (rng.randrange(len(rows) + 1), rng.choice(amid), True)
            for _ in range(rng.randint(0, AMID))
        ]
    for place, line, is_page in sorted(put, key=lambda one: -one[0]):
        rows.insert(place, (line, is_page, True))
    put_together, are_page, are_sure = zip(*rows, strict=True)
    return Place(source, put_together, are_page, are_sure)


def trial_places(folders: Iterable[Path]) -> list[Place]:
    """Texts labelled by hand, each so often as they count."""
    found: list[Place] = []
    for folder in folders:
        for name in ("damaged", "clean"):
            for row in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                found += [_trial(folder.name, json.loads(row))] * TRIAL_WEIGHT
    return found


def _trial(name: str, record: dict[str, Any]) -> Place:
    here = lines(record["text"])
    spans = [
        (one["start"], one["end"]) for one in record["labels"] if one["class"] == "boilerplate"
    ]
    pages = tuple(
        any(start <= line.span.start and line.span.end <= end for start, end in spans)
        for line in here
    )
    return Place(name, here, pages, (True,) * len(here))


def chosen(examples: Sequence[Example], shown: Sequence[Sequence[str]]) -> list[str]:
    """The signs that enough sources show."""
    sources: dict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    of_page: Counter[str] = Counter()
    for example, row in zip(examples, shown, strict=True):
        for sign in row:
            sources[sign].add(example.source)
            times[sign] += 1
            of_page[sign] += example.is_page

    def is_kept(sign: str) -> bool:
        often = of_page[sign] >= OF_PAGE_MIN or times[sign] >= TIMES_OF_ARTICLES_MIN
        return often and times[sign] >= TIMES_MIN and len(sources[sign]) >= SOURCES_MIN

    return sorted(filter(is_kept, times))


def fold(source: str) -> int:
    """Which fifth of the sources one is in."""
    if source.startswith("notice "):
        return int(source.split()[1]) // NOTICE_BLOCK % FOLDS
    return zlib.crc32(source.encode()) % FOLDS


def _regression() -> Any:
    return import_module("sklearn.linear_model").LogisticRegression


def fitted(matrix: Any, wanted: Any, weight: Any) -> Any:
    """A logistic regression, fitted."""
    model = _regression()(C=STRENGTH, max_iter=300, solver="liblinear")
    return model.fit(matrix, wanted, sample_weight=weight)


def as_matrix(shown: Sequence[Sequence[str]], number: Mapping[str, int]) -> Any:
    """A row a line, a column a sign."""
    rows = [[number[sign] for sign in row if sign in number] for row in shown]
    ends = np.cumsum([0, *map(len, rows)])
    columns = [column for row in rows for column in row]
    return import_module("scipy.sparse").csr_matrix(
        (np.ones(len(columns)), columns, ends), shape=(len(rows), len(number))
    )


def fit_signs(examples: Sequence[Example]) -> tuple[dict[str, float], list[dict[str, float]]]:
    """The weights of the signs, and those fitted without each fifth of the sources."""
    shown = [signs(example.line) for example in examples]
    names = chosen(examples, shown)
    matrix = as_matrix(shown, {name: place for place, name in enumerate(names)})
    wanted = np.array([example.is_page for example in examples], int)
    first = np.array([example.weight for example in examples])
    doubtful = np.array([example.is_doubtful for example in examples])
    folds = np.array([fold(example.source) for example in examples])
    weight, models = first, list[Any]()
    for _ in range(ROUNDS):
        unseen = np.zeros(len(examples))
        models = [
            fitted(matrix[folds != n], wanted[folds != n], weight[folds != n]) for n in range(FOLDS)
        ]
        for n, model in enumerate(models):
            unseen[folds == n] = model.decision_function(matrix[folds == n])
        weight = np.where(doubtful & (unseen > DOUBTED_FROM), 0.0, first)
    for least in (0.0, 1.0, 2.0, 3.0):
        flagged = unseen > least
        print(
            f"signs alone, log-odds over {least}: recall {flagged[wanted == 1].mean():.3f}, "
            f"{int((flagged & (wanted == 0)).sum())} of {int((wanted == 0).sum())} others"
        )
    whole = fitted(matrix, wanted, weight)
    return of_model(names, whole), [of_model(names, model) for model in models]


def of_model(names: Sequence[str], model: Any) -> dict[str, float]:
    """The weights of a fitted model, each within its bound."""
    pairs = zip(names, model.coef_[0], strict=True)
    limits = {name: float(np.clip(value, -WEIGHT_MAX, WEIGHT_MAX)) for name, value in pairs}
    return {"bias": float(model.intercept_[0]), **limits}


def fit_places(documents: Sequence[Place], by_fold: Sequence[dict[str, float]]) -> dict[str, float]:
    """The weights of the places, over what the signs say of sources not seen."""
    values, wanted = list[tuple[float, ...]](), list[bool]()
    for document in documents:
        score = scorer(by_fold[fold(document.source)])
        known = list(map(is_worded, document.lines))
        alone = [
            MOST if is_known else score(line)
            for is_known, line in zip(known, document.lines, strict=True)
        ]
        for row, own, is_known, is_page, is_sure in zip(
            places(document.lines, alone),
            alone,
            known,
            document.are_page,
            document.are_sure,
            strict=True,
        ):
            if own > LEAST and not is_known and (is_sure or own < DOUBTED_FROM):
                values.append(row[1:])
                wanted.append(is_page)
    model = _regression()(C=1.0, max_iter=2000).fit(np.array(values), np.array(wanted, int))
    odds = model.decision_function(np.array(values))
    for least in (0.0, 1.0, 2.0, 3.0):
        flagged, true = odds > least, np.array(wanted)
        print(
            f"in place, log-odds over {least}: recall {flagged[true].mean():.3f}, "
            f"{int((flagged & ~true).sum())} of {int((~true).sum())} others"
        )
    found = (float(model.intercept_[0]), *map(float, model.coef_[0]))
    return {f"place {name}": weight for name, weight in zip(PLACES, found, strict=True)}


def scorer(of: dict[str, float]) -> Callable[[Line], float]:
    """What gives a line its log-odds by weights that are not those of the program."""

    def score(line: Line) -> float:
        if len(line.words) > WORDS_MAX:
            return LEAST
        return limited(log_odds(signs(line), of))

    return score


HEADER = """\
# What a sign of a line, or of its place ("place ..."), adds to the log-odds that it is the
# page's: sign, hundredths.
# Source: fitted by tools/build_page_signs.py on {lines:,} lines of {pages} news pages and blogs
# (article-extraction-benchmark, MIT), {articles:,} news articles, {texts:,} other texts, and
# {notices:,} lines written for it; each sign was seen in {least} sources or more.
# Licence: CC0-1.0. Date: 2026-11.
"""


def main() -> None:
    """Read the inputs, fit both models, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pages", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--trials", type=Path, nargs="+", required=True)
    asked = parser.parse_args()
    pages = [page for folder in asked.pages for page in of_pages(folder)]
    articles = [(row["source"], row["text"]) for row in records(asked.articles)]
    texts = [(row["register"], row["text"]) for row in records(asked.texts)]
    examples = [example for source, rows in pages for example in page_examples(source, rows)]
    documents = [page_place(source, rows) for source, rows in pages]
    for more, placed in (article_examples(articles), text_examples(texts)):
        examples += more
        documents += placed
    notices = notice_examples()
    whole, by_fold = fit_signs(examples + notices)
    documents += made_pages(articles, notices) + trial_places(asked.trials)
    found = {**whole, **fit_places(documents, by_fold)}
    table = "".join(
        f"{sign}\t{round(100 * weight)}\n"
        for sign, weight in sorted(found.items())
        if abs(weight) >= 0.1 or sign.startswith("place ")
    )
    head = HEADER.format(
        lines=len(examples),
        pages=len(pages),
        articles=len(articles),
        texts=len(texts),
        notices=len(notices),
        least=SOURCES_MIN,
    )
    asked.output.write_text(head + table, encoding="utf-8")


if __name__ == "__main__":
    main()
