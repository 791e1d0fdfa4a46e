from __future__ import annotations

import pytest

from credcheck.ignores import directives, suppressed
from credcheck.settings import Settings
from credcheck.types import Document, Finding, PageComment, Source, Span

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
    assert statuses(text) == []


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


def test_an_ignore_of_a_rule_that_did_not_run_is_no_news() -> None:
    held = {"a.md": directives(document("<!-- credcheck: ignore BRK303 -->\ntext"))}
    assert suppressed((), held, Settings(select=("SPN",)))[1] == ()
    patterns = Settings(select=("SPN",), per_file_ignores={"*.md": ("BRK",)})
    assert suppressed((), {}, patterns)[1] == ()


def test_an_ignore_of_an_unknown_rule_is_said() -> None:
    held = {"a.md": directives(document("<!-- credcheck: ignore BRK999 -->\ntext"))}
    assert suppressed((), held, Settings())[1] == ("a.md:1: ignore of an unknown rule: BRK999",)


def test_unused_ignores_are_reported_with_their_line() -> None:
    text = "one\n\n<!-- credcheck: ignore SPN -->\ntwo @\n\n<!-- credcheck: ignore BRK --> @"
    found = [Finding(SPACE, "a.md", Span(text.rindex("@"), len(text)), "", "error")]
    settings = Settings(per_file_ignores={"*.html": ("SPN", "DUP")})
    _, idle = suppressed(found, {"a.md": directives(document(text))}, settings)
    assert idle == (
        "a.md:3: unused ignore: ignore SPN",
        'per-file-ignores: unused: "*.html" SPN, DUP',
    )


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ([("one", "ignore")], "x.."),
        ([("two", "ignore BRK303")], ".x."),
        ([("two", "ignore BRK101")], "..."),
        ([("three", "ignore-file")], "xxx"),
        ([("one", "off"), ("three", "on")], "xx."),
        ([("two", "off")], ".xx"),
        ([("two", "nothing known")], "..."),
    ],
)
def test_comments_of_a_page_speak_of_their_block(
    comments: list[tuple[str, str]], expected: str
) -> None:
    text = "@ one\n\n@ two\n\n@ three"
    starts = {"one": 0, "two": 7, "three": 14}
    blocks = {name: Span(start, start + 2 + len(name)) for name, start in starts.items()}
    held = tuple(PageComment(blocks[at], f"<!-- credcheck: {word} -->") for at, word in comments)
    page = Document("a.html", Source("a.html", "html", comments=held), text, text)
    places = (Span(start, start + 1) for start in starts.values())
    found = [Finding(SPACE, "a.html", place, "", "error") for place in places]
    whole = Finding(SPACE, "a.html", Span(0, len(text)), "", "error")
    marked, _ = suppressed([*found, whole], {"a.html": directives(page)}, Settings())
    assert "".join("x" if f.status == "suppressed" else "." for f in marked[:-1]) == expected
    assert (marked[-1].status == "suppressed") == (expected[0] == "x")


def test_a_misspelt_ignore_suppresses_nothing_and_is_told() -> None:
    text = "@ <!-- credcheck: ignroe BRK303 -->\n@"
    assert statuses(text) == ["new", "new"]
    held = {"a.md": directives(document(text))}
    _, (notice,) = suppressed([], held, Settings())
    assert notice == 'a.md:1: "ignroe" is no ignore; one of ignore, ignore-file, off, on'
