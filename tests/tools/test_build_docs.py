from __future__ import annotations

import json
import posixpath
import re
from functools import cache
from pathlib import Path

from credcheck.rules import names as rule_names
from tools import build_docs
from tools.build_docs import Pages, hand_written, linked, pages, schema_keys, taken_from_elsewhere

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@cache
def written() -> Pages:
    return pages()


def test_every_code_has_a_page_and_a_line_in_the_list() -> None:
    for code, name in rule_names().items():
        page = written()[f"rules/{code}.md"]
        assert page.startswith(f"# {code} {name}\n")
        assert "## When it is wrong" in page
        assert f"[{code}]({code}.md)" in written()["rules/index.md"]


def test_every_link_leads_to_a_page() -> None:
    dead = [
        (name, target)
        for name, text in written().items()
        for target in LINK.findall(text)
        if "//" not in target
        and posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) not in written()
    ]
    assert dead == []


def test_examples_show_what_is_found_and_what_becomes_of_it() -> None:
    assert "<mark>the the</mark>" in written()["rules/BRK305.md"]
    glued = written()["rules/BRK301.md"]
    assert '<pre class="example after">The council said that the bridge is safe.</pre>' in glued


def test_examples_are_escaped_and_hold_no_blank_line() -> None:
    page = written()["rules/BRK202.md"]
    for example in re.findall(r'<pre class="example[^>]*>(.*?)</pre>', page, re.DOTALL):
        assert "<" not in example.replace("<mark>", "").replace("</mark>", "")
        assert "\n" not in example


def test_rules_are_linked_outside_code_and_headings() -> None:
    targets = {"BRK301": "rules/BRK301.md", "glued-words": "rules/BRK301.md"}
    link = "[`BRK301`](rules/BRK301.md)"
    assert linked("see `BRK301`, not `BRK999`", targets) == f"see {link}, not `BRK999`"
    for alone in ("# `BRK301`", "```\n`BRK301`\n```", link):
        assert linked(alone, targets) == alone


def test_marks_of_runnable_blocks_are_for_tests_alone() -> None:
    assert hand_written("```sh run exit=1\nls\n```", {}) == "```sh\nls\n```"


def test_every_key_of_the_report_is_told() -> None:
    schema = json.loads(build_docs.SCHEMA.read_text(encoding="utf-8"))
    text = "\n".join(schema_keys(schema))
    for name, kind in schema["$defs"].items():
        assert f"### `{name}`" in text
        assert all(f"| `{key}`" in text for key in kind.get("properties", ()))
    assert text in written()["json.md"]


def test_pages_are_written_and_old_ones_go(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    build_docs.write({"a/b.md": "x"}, tmp_path)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["b.md"]


def test_a_site_that_takes_something_from_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text('<a href="https://x.org"></a><script src="a.js"></script>')
    (tmp_path / "bad.html").write_text('<link rel="stylesheet" href="https://x.org/a.css">')
    (tmp_path / "worse.html").write_text("<script async src=//x.org/a.js></script>")
    assert taken_from_elsewhere(tmp_path) == ["bad.html", "worse.html"]


def test_the_search_needs_no_server() -> None:
    configured = (build_docs.ROOT / "mkdocs.yml").read_text("utf-8")
    assert "polyfills: [iframe-worker.js]" in configured
    assert "- offline" in configured
    assert "window.Worker" in pages()["iframe-worker.js"]
