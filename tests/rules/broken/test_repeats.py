"""What the repairs of repeated text leave behind."""

from __future__ import annotations

import pytest

from credcheck.rules.broken import (
    repeated_paragraph,
    repeated_sentence,
    repeated_title,
    repeated_word,
)
from credcheck.settings import Settings
from credcheck.types import Document, Prose, Rule, Source

STORY = (
    "Old pier closes after rust is found\n\n"
    "The harbour board closed the old pier on Monday, after an inspector had found rust in it.\n\n"
    "Repairs will take until the autumn. The ferry will leave from the fish quay until then."
)
LINES = STORY.split("\n\n")


@pytest.mark.parametrize(
    ("rule", "damaged"),
    [
        (repeated_title.RULE, "\n\n".join((LINES[0], *LINES))),
        (repeated_paragraph.RULE, "\n\n".join((*LINES[:2], LINES[1], LINES[2]))),
        (
            repeated_sentence.RULE,
            STORY.replace("autumn.", "autumn. Repairs will take until the autumn."),
        ),
        (repeated_word.RULE, STORY.replace("the fish", "the the fish")),
    ],
)
def test_the_repair_takes_out_the_copy_and_nothing_else(rule: Rule, damaged: str) -> None:
    prose = Prose(Document("a", Source("a"), damaged, damaged), Settings())
    (match,) = rule.find(prose)
    (edit,) = match.edits
    assert damaged[: edit.span.start] + damaged[edit.span.end :] == STORY
    assert match.applicability == "unsafe"
