"""The front matter of Markdown."""

from __future__ import annotations

import pytest

from credcheck.read.front_matter import front_matter
from credcheck.types import Meta


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "---\ntitle: The harbour\nauthor: 'Maren Holt'\ndate: 2026-11-02T08:00\n---\nText.",
            Meta("The harbour", "Maren Holt", "2026-11-02"),
        ),
        ('+++\nauthors = ["Maren Holt"]\n+++\nText.', Meta(byline="Maren Holt")),
        ("---\nauthor:\ndate:\n---\nText.", Meta(byline="", date="")),
        ("---\ndate: last Monday\n---\nText.", Meta()),
        ("---\nauthor: Maren Holt\nText without an end.", Meta()),
        ("author: Maren Holt\n---\nText.", Meta()),
        ("", Meta()),
    ],
)
def test_reads_the_lines_that_begin_a_file(text: str, wanted: Meta) -> None:
    assert front_matter(text) == wanted
