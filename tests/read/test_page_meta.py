from __future__ import annotations

import json

import pytest

from credcheck.read.page_meta import PageHead
from credcheck.read.pages import tree
from credcheck.types import Meta


def head(html: str) -> PageHead:
    root = tree(html)
    assert root is not None
    return PageHead.of(root)


def described(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_json_ld_is_asked_first() -> None:
    page = described(
        **{
            "@graph": [
                {"@type": "WebSite", "name": "no"},
                {
                    "@type": "NewsArticle",
                    "headline": "Bridge shut &amp; barred",
                    "author": [{"name": "Ann Low"}, {"name": "Bo Hill"}, {"name": "Ann Low"}],
                    "datePublished": "2024-03-11T09:30:00Z",
                    "publisher": {"name": "The Gazette"},
                },
            ]
        }
    )
    meta = head(f"<head>{page}<meta property='og:title' content='Other'></head>").meta()
    assert meta == Meta(
        "Bridge shut & barred", "Ann Low, Bo Hill", "2024-03-11T09:30:00+00:00", "The Gazette"
    )


def test_open_graph_and_meta_tags() -> None:
    meta = head(
        "<meta property='og:title' content=' Bridge  shut | The Gazette '>"
        "<meta property='og:site_name' content='The Gazette'>"
        "<meta name='author' content='By Ann Low'>"
        "<meta property='article:published_time' content='2024-03-11'>"
    ).meta()
    assert meta == Meta("Bridge shut", "Ann Low", "2024-03-11", "The Gazette")


def test_what_readers_see() -> None:
    meta = head(
        "<title>Gazette</title><h1>Bridge <i>shut</i></h1><a rel='author'>Ann Low</a>"
        "<time datetime='2024-03-11T09:30+05:00'>today</time>"
    ).meta()
    assert meta == Meta("Bridge shut", "Ann Low", "2024-03-11T09:30:00+05:00", None)


def test_a_page_that_says_nothing() -> None:
    assert head("<p>Words.</p>").meta() == Meta()


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Low", "Ann Low"),
        ("by ann low", "by ann low"),
        ("Byron Hill", "Byron Hill"),
        ("https://example.org/ann", None),
        ("Ann " * 60, None),
    ],
)
def test_bylines_are_names(byline: str, expected: str | None) -> None:
    assert head(f"<meta name='author' content='{byline}'>").byline == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Mon, 11 Mar 2024 09:30:00 +0000", "2024-03-11T09:30:00+00:00"),
        ("20240311", "2024-03-11"),
        ("yesterday", None),
        ("2024-13-40", None),
    ],
)
def test_dates_are_iso_or_nothing(date: str, expected: str | None) -> None:
    assert head(f"<meta name='date' content='{date}'>").date == expected


def test_broken_json_is_passed_over() -> None:
    page = '<script type="application/ld+json">{oops</script>' + described(headline="Kept")
    assert head(page).meta().title == "Kept"


def test_the_longest_text_that_the_page_publishes() -> None:
    page = described(headline="a", articleBody="short") + described(articleBody="the longer one")
    assert head(page).published_text() == "the longer one"
