from __future__ import annotations

from credcheck.rules.broken.recurring_line import RULE
from credcheck.settings import Settings
from credcheck.types import Corpus, Document, Examined, Group, Meta, Source

STORIES = (
    "The harbour board closed the old pier on Monday after an inspector found rust in its legs.",
    "A baker in the upper town has won the regional prize for rye bread for the third time.",
    "Snow blocked the pass for two days, and forty lorries waited in the valley below.",
    "The school choir will sing in the capital in June, the head teacher told parents.",
    "Doctors at the clinic saw more children with coughs this week than in the whole of May.",
    "The mill wheel turned again on Sunday, for the first time in sixty years.",
)
MOTTO = "Bright since 1921"


def corpus(
    texts: list[str], sites: list[str] | None = None, copies: tuple[int, ...] = ()
) -> Corpus:
    documents = [
        Document(str(n), Source(str(n)), text, text, meta=Meta(site=sites[n] if sites else None))
        for n, text in enumerate(texts)
    ]
    examined = tuple(Examined(document, (), (), (), 20) for document in documents)
    number = {document.id: n for n, document in enumerate(documents)}
    copied = tuple(str(n) for n in copies)
    groups = (Group(copied, copied[0], "verbatim", "copies"),) if copies else ()
    return Corpus(examined, number, (), groups, (), Settings())


def found(given: Corpus) -> list[tuple[str, str]]:
    return [(f.document, f.span.of(given[f.document].document.raw)) for f in RULE.find(given)]


def test_a_line_under_every_story_of_a_site() -> None:
    given = corpus([f"{story}\n\n{MOTTO}" for story in STORIES])
    assert found(given) == [(str(n), MOTTO) for n in range(len(STORIES))]


def test_copies_of_one_story_count_once() -> None:
    given = corpus([f"{story}\n\n{MOTTO}" for story in STORIES], copies=(0, 1, 2))
    assert len(found(given)) == 6
    given = corpus([f"{story}\n\n{MOTTO}" for story in STORIES], copies=(0, 1, 2, 3))
    assert found(given) == []


def test_sites_are_kept_apart() -> None:
    texts = [f"{story}\n\n{MOTTO}" for story in STORIES]
    assert found(corpus(texts, sites=["a", "a", "a", "b", "b", "b"])) == []


def test_a_few_files_prove_nothing() -> None:
    assert found(corpus([f"{story}\n\n{MOTTO}" for story in STORIES[:4]])) == []


def test_a_line_in_the_body_is_left_alone() -> None:
    body = [f"{story} {n}" for n, story in enumerate(STORIES * 4)]
    texts = ["\n\n".join((*body[:9], MOTTO, *body[9:]))] * 6
    texts = ["\n\n".join(f"{line} {n}" if line != MOTTO else line for line in t.split("\n\n"))
             for n, t in enumerate(texts)]  # fmt: skip
    assert found(corpus(texts)) == []


def test_bylines_dates_and_sections_are_good_form() -> None:
    for line in ("By Ada Finch", "12 May 2024", "Background", "Ingredients"):
        assert found(corpus([f"{line}\n\n{story}" for story in STORIES])) == []


def test_the_repair_takes_out_the_line() -> None:
    given = corpus([f"{MOTTO}\n\n{story}" for story in STORIES])
    for finding in RULE.find(given):
        raw = given[finding.document].document.raw
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        assert raw[: edit.span.start] + raw[edit.span.end :] in STORIES
