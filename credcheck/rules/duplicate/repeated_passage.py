"""
Find a passage that stands twice in the same file.

## Why it matters
A paragraph pasted twice is an editing accident; a text stretched by repetition is filler.

## When it is wrong
A pull quote, a summary at the top and a refrain repeat on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.types import Corpus, CorpusRule, Evidence, Examined, Finding


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield the second and further places of every passage that a file repeats."""
    for examined in corpus.examined:
        yield from _of_file(examined, corpus.settings.duplicates.repeated_words)


def _of_file(examined: Examined, words_min: int) -> Iterator[Finding]:
    from credcheck.align.repeats import repeats

    for passage in examined.passages:
        for earlier, later, words in repeats(passage, words_min):
            yield Finding(
                rule=RULE.code,
                document=passage.document,
                span=later,
                message=RULE.message.format(words),
                severity=RULE.severity,
                evidence=(
                    Evidence(
                        kind="repetition",
                        relation="near-duplicate",
                        detail="stands here first",
                        document=passage.document,
                        span=earlier,
                        similarity=1.0,
                    ),
                ),
            )


_STORY = (
    "The harbour board voted on Tuesday to close the old fish market by the end of June, after "
    "engineers found that two of its four iron pillars had rusted through below the water line."
)

RULE = CorpusRule(
    code="DUP104",
    name="repeated-passage",
    severity="warning",
    message="{0} words that stand earlier in this file",
    find=find,
    bad=((f"{_STORY} Traders were not surprised. [[{_STORY}]]",),),
    good=((_STORY,),),
)
