"""Whatever the text: no rule fails, and what it finds lies in the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.rules import document_rules
from credcheck.settings import Settings
from credcheck.types import Document, Prose, Source

PIECES = st.sampled_from(
    ["Home", "|", "\n", "\n\n", "2021", "4,100", "the", "the ", ":", ".", "…", "[", "]", "TK", "(",
     "Advertisement", "By Ada Finch", "May 12, 2024", "Conclusion", " ", "-", "»", "included:", "é",
     "The board met on Monday.", "Leave a reply", "lorem ipsum", "“", "”", "\t", "\r\n", "🙂", "#"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_matches_lie_in_the_text(text: str) -> None:
    prose = Prose(Document("a", Source("a"), text, text), Settings())
    for rule in document_rules("broken"):
        for match in rule.find(prose):
            assert match.span.end <= len(text), rule.code
            assert match.span.of(text).strip(), rule.code
            assert all(edit.span.end <= len(text) for edit in match.edits), rule.code
            assert rule.message.format(*match.words)
