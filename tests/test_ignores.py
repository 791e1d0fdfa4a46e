from __future__ import annotations

import pytest

from credcheck.ignores import directives, suppressed
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Source, Span

SPACE = "BRK303"


def document(text: str, format: str = "md") -> Document:
    return Document("a.md", Source("a.md", format), text, text)


def statuses(text: str, settings: Settings | None = None, rule: str = SPACE) -> list[str]:
    """The status of a finding at every `@` of a text."""
    found = [
        Finding(rule, "a.md", Span(place, place + 1), "", "error")
        for place, character in enumerate(text)
        if character == "@"
    ]
    held = {"a.md": directives(document(text))}
    marked, _ = suppressed(found, held, settings or Settings())
    return [finding.status for finding in marked]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ <!-- credcheck: ignore --> @\n@", ["suppressed", "suppressed", "new"]),
        ("@\n<!-- credcheck: ignore -->\n@\n@\n\n@", ["new", "suppressed", "suppressed", "new"]),
        ("@\n\n<!-- credcheck: ignore BRK303 -->\n\n@\n\n@", ["new", "suppressed", "new"]),
        ("@ <!-- credcheck: ignore surplus-space -->", ["suppressed"]),
        ("@ <!-- credcheck: ignore SPN, BRK3 -->", ["suppressed"]),
        ("@ <!-- credcheck: ignore BRK101 -->", ["new"]),
        ("@\n<!-- credcheck: off -->\n@\n\n@\n<!-- credcheck: on -->\n@",
         ["new", "suppressed", "suppressed", "new"]),
        ("@\n<!-- credcheck: off BRK -->\n@", ["new", "suppressed"]),
        ("@\n\n@\n<!-- credcheck: ignore-file -->", ["suppressed", "suppressed"]),
        ("@ <!--credcheck:ignore-->", ["suppressed"]),
        ("@ <!-- something else -->", ["new"]),
    ],
)  # fmt: skip
def test_what_an_ignore_speaks_of(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


def test_the_comment_itself_is_no_finding() -> None:
    text = "<!-- credcheck: on @ -->"
    assert statuses(text) == ["suppressed"]


def test_plain_text_has_no_comments() -> None:
    assert directives(document("<!-- credcheck: ignore-file -->", "txt")) == ()


@pytest.mark.parametrize(
    ("pattern", "codes", "expected"),
    [
        ("*.md", ("BRK",), "suppressed"),
        ("a.md", ("surplus-space",), "suppressed"),
        ("*.txt", ("BRK",), "new"),
        ("*.md", ("SPN",), "new"),
    ],
)
def test_ignores_of_the_config(pattern: str, codes: tuple[str, ...], expected: str) -> None:
    assert statuses("@", Settings(per_file_ignores={pattern: codes})) == [expected]


def test_unused_ignores_are_reported_with_their_line() -> None:
    text = "one\n\n<!-- credcheck: ignore SPN -->\ntwo @\n\n<!-- credcheck: ignore BRK --> @"
    found = [Finding(SPACE, "a.md", Span(text.rindex("@"), len(text)), "", "error")]
    settings = Settings(per_file_ignores={"*.html": ("SPN", "DUP")})
    _, idle = suppressed(found, {"a.md": directives(document(text))}, settings)
    assert idle == (
        "a.md:3: unused ignore: ignore SPN",
        'per-file-ignores: unused: "*.html" SPN, DUP',
    )
