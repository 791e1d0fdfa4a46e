from __future__ import annotations

import pytest

from credcheck.rules.broken._inline import inline
from credcheck.rules.broken._lines import lines

HEAD = "The harbour board closed the old pier on Monday."


@pytest.mark.parametrize(
    ("tail", "wanted"),
    [
        (" Your email address will not be published.", "Your email address will not be published."),
        (
            "The post Pier shut appeared first on Post.",
            "The post Pier shut appeared first on Post.",
        ),
        (" (READ MORE: Pier opens again)", "(READ MORE: Pier opens again)"),
        (" Read more »", "Read more »"),
        (" Advertisement The board will meet again on Friday.", "Advertisement"),
        (
            " This entry was posted in Port. Bookmark the permalink. Post navigation",
            "This entry was posted in Port. Bookmark the permalink. Post navigation",
        ),
    ],
)
def test_finds_what_was_glued_to_a_paragraph(tail: str, wanted: str) -> None:
    text = HEAD + tail
    assert [span.of(text) for span, _ in inline(text, lines(text)[0])] == [wanted]


@pytest.mark.parametrize(
    "tail",
    [
        " Nobody knew more.",
        " (See also page 4.)",
        " Your boat will be safe there.",
        " Advertisement hoardings were taken down.",
        " He had read more than most.",
    ],
)
def test_leaves_sentences_of_the_article(tail: str) -> None:
    text = HEAD + tail
    assert list(inline(text, lines(text)[0])) == []
