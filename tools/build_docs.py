"""
Build the documentation: the pages of docs/, a page a rule, the keys of the report, the figures.

    python tools/build_docs.py [--strict] [--pages-only]

The pages are written to build/docs and made into a site in site/ by mkdocs (extra `docs`). With
--strict a warning is an error. No network is needed, to build the site or to read it.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from credcheck.clean import fixers  # noqa: E402
from credcheck.explain import Entry, entries  # noqa: E402
from credcheck.report.excerpt import shown  # noqa: E402
from credcheck.report.view import CATEGORIES  # noqa: E402

DOCS = ROOT / "docs"
BUILD = ROOT / "build" / "docs"
SCHEMA = ROOT / "credcheck" / "report" / "schema" / "report-1.0.schema.json"
SCHEMA_MARK = "<!-- generated: keys of the schema -->"
STYLE = """\
pre.example { white-space: pre-wrap; padding: .6em .8em; margin: .5em 0; border-radius: .2rem;
  background: var(--md-code-bg-color); color: var(--md-code-fg-color); font-size: .72rem; }
pre.example mark { background: #e5737355; color: inherit; border-radius: .15rem;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
pre.after { border-left: .2rem solid #4db6ac; margin-top: -.5em; }
"""
# A browser starts no worker for a page that was opened as a file; the search then runs in a frame.
SEARCH = """\
"use strict";
if (location.protocol === "file:") {
  window.IFrameWorker = window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = frame.contentWindow;
      inside.document.open();
      inside.document.write("<!doctype html><body>");
      inside.document.close();
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const script = inside.document.createElement("script");
      this.started = new Promise((done) => { script.onload = done; });
      script.src = url;
      inside.document.body.append(script);
      this.inside = inside;
    }
    postMessage(data) {
      this.started.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
    terminate() { this.inside.frameElement.remove(); }
  };
}
"""
_FENCE = re.compile(r"^(```+)(\w+)[^\n`]*$", re.MULTILINE)
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_CODE = re.compile(r"(?<![`\[])`([A-Za-z0-9-]{3,60})`(?![`\]])")
_REMOTE = re.compile(
    r"<(?:script|link|img|iframe)\b[^>]{0,400}?\b(?:src|href)=[\"']?(?:https?:)?//"
)
_IN_REPOSITORY = re.compile(r"\]\(\.\./benchmarks/")
Pages = dict[str, str]


def pages() -> Pages:
    """Every page of the site, path -> Markdown."""
    rules = entries()
    targets = {word: f"rules/{e.code}.md" for e in rules.values() for word in (e.code, e.name)}
    found: Pages = {"style.css": STYLE, "iframe-worker.js": SEARCH}
    for path in sorted(DOCS.glob("*.md")):
        found[path.name] = hand_written(path.read_text(encoding="utf-8"), targets)
    found["rules/index.md"] = rules_index(rules.values())
    beside = {word: path.removeprefix("rules/") for word, path in targets.items()}
    for entry in rules.values():
        found[f"rules/{entry.code}.md"] = "\n".join(rule_page(entry, beside))
    return found | figures()


def hand_written(text: str, targets: Mapping[str, str]) -> str:
    """A page of docs/ as the site needs it: rules linked, generated parts put in."""
    text = _IN_REPOSITORY.sub("](figures/", text)
    text = linked(_FENCE.sub(r"\1\2", text), targets)
    return text.replace(SCHEMA_MARK, "\n".join(schema_keys(json.loads(SCHEMA.read_text("utf-8")))))


def linked(text: str, targets: Mapping[str, str]) -> str:
    """The text with a link at every rule that stands in back-ticks, outside code and headings."""
    is_code = False
    lines = []
    for line in text.split("\n"):
        is_code ^= line.startswith("```")
        is_plain = not (is_code or line.startswith(("#", "```")))
        lines.append(_CODE.sub(lambda m: _link(m, targets), line) if is_plain else line)
    return "\n".join(lines)


def _link(match: re.Match[str], targets: Mapping[str, str]) -> str:
    target = targets.get(match[1])
    return f"[{match[0]}]({target})" if target else match[0]


def rules_index(rules: Iterable[Entry]) -> str:
    """The list of all rules, a table a category."""
    lines = ["# Rules", "", "Code and name can be used alike, wherever a rule is named."]
    for prefix, some in groupby(rules, key=lambda entry: entry.code[:3]):
        lines += ["", f"## {CATEGORIES[prefix].capitalize()}", ""]
        lines += ["| code | name | severity | what it finds |", "|---|---|---|---|"]
        for entry in some:
            title = _cell(_escaped(entry.title))
            severity = entry.severity + (", repaired" if entry.is_repaired else "")
            lines.append(
                f"| [{entry.code}]({entry.code}.md) | {entry.name} | {severity} | {title} |"
            )
    return "\n".join(lines) + "\n"


def rule_page(entry: Entry, targets: Mapping[str, str]) -> Iterator[str]:
    """All that is known of one rule."""
    facts = [f"Severity: **{entry.severity}**"]
    facts += ["repaired by `credcheck fix`"] if entry.is_repaired else []
    facts += [] if "*" in entry.languages else [f"language: {', '.join(entry.languages)}"]
    yield f"# {entry.code} {entry.name}\n"
    yield " · ".join(facts) + "\n"
    yield linked(_escaped(entry.documentation.strip()), targets) + "\n"
    yield from _examples(entry)
    yield "## How to switch it off\n"
    if entry.code.startswith("ERR"):
        yield 'Leave the file out: `exclude = ["path"]` in `credcheck.toml`.'
        return
    yield f"- `credcheck scan --ignore {entry.code}`"
    yield f'- `ignore = ["{entry.code}"]` in `credcheck.toml`'
    yield f"- `<!-- credcheck: ignore {entry.code} -->` in Markdown and HTML"


def _examples(entry: Entry) -> Iterator[str]:
    mends = {fixer.code: fixer.mends for fixer in fixers()}.get(entry.code, ())
    if mends:
        yield "## Mended\n"
        for before, after in mends:
            yield f"{_example(before)}\n{_example(after, 'after')}\n"
    for heading, pairs in groupby(entry.examples, key=itemgetter(0)):
        if heading != "Mended":
            yield f"## {heading}\n"
            yield from (f"{_example(text)}\n" for _, text in pairs)


def _example(text: str, more: str = "") -> str:
    """An example as HTML, what is found marked; a blank line would end the block."""
    shown_lines = "\n".join(shown(line) for line in text.replace("\r\n", "\n").split("\n"))
    marked = _MARK.sub(r"<mark>\1</mark>", html.escape(shown_lines, quote=False))
    held = marked.replace("\n", "&#10;")
    return f'<pre class="{" ".join(("example", more)).strip()}">{held}</pre>'


def _escaped(text: str) -> str:
    """Documentation whose angle brackets outside code are no tags."""
    parts = re.split(r"(`[^`]{1,200}`)", text)
    escaped = (p if p.startswith("`") else p.replace("<", "&lt;") for p in parts)
    return "".join(escaped)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def schema_keys(schema: Mapping[str, Any]) -> Iterator[str]:
    """The keys of each object of the JSON report, a table an object."""
    yield from _object("report", schema)
    for name, value in schema["$defs"].items():
        if "properties" in value:
            yield from _object(name, value)


def _object(name: str, value: Mapping[str, Any]) -> Iterator[str]:
    yield f"### `{name}`\n"
    if name != "report" and "description" in value:
        yield value["description"] + "\n"
    yield "| key | type | |\n|---|---|---|"
    for key, kind in value["properties"].items():
        optional = "" if key in value.get("required", ()) else "?"
        described = _cell(kind.get("description", ""))
        yield f"| `{key}`{optional} | {_cell(_type(kind))} | {described} |"
    yield ""


def _type(kind: Mapping[str, Any]) -> str:
    """The type of a key in words; objects that have a table of their own are links."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "oneOf" in kind:
        return " or ".join(_type(one) for one in kind["oneOf"])
    if "enum" in kind or "const" in kind:
        return ", ".join(f"`{value}`" for value in kind.get("enum", [kind.get("const")]))
    return _container(kind)


def _container(kind: Mapping[str, Any]) -> str:
    """A list, an object, or a simple type."""
    if kind.get("type") == "array":
        return f"list of {_type(kind['items'])}"
    if "properties" in kind:
        return "object: " + ", ".join(f"`{key}`" for key in kind["properties"])
    if "additionalProperties" in kind:
        return f"object of {_type(kind['additionalProperties'])}"
    words = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    return " or ".join(words)


def figures() -> Pages:
    """What was measured, as it stands beside the programs that measured it."""
    folder = ROOT / "benchmarks"
    found = {p.relative_to(folder).as_posix(): p for p in sorted(folder.glob("*/*.md"))}
    lines = ["# Figures", "", "Last figures of each benchmark, with counts.", ""]
    held: Pages = {}
    for name, path in found.items():
        text = path.read_text(encoding="utf-8")
        held[f"figures/{name}"] = text
        lines.append(f"- [{text.partition(chr(10))[0].lstrip('# ')}]({name})")
    return {"figures/index.md": "\n".join(lines) + "\n", **held}


def navigation(nav: list[Any], written: Pages) -> list[Any]:
    """The navigation of mkdocs.yml, with rules and figures."""
    rules = [name for name in written if re.fullmatch(r"rules/[A-Z]{3}\d{3}\.md", name)]
    by_category = groupby(rules, key=lambda name: CATEGORIES[name[6:9]].capitalize())
    listed: list[Any] = ["rules/index.md", *({c: list(some)} for c, some in by_category)]
    measured = [name for name in written if name.startswith("figures/")]
    return [*nav[:-1], {"Rules": listed}, {"Figures": measured}, nav[-1]]


def write(written: Pages, folder: Path) -> None:
    """Write every page into a folder, and nothing else stays there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build(written: Pages, site: Path, *, is_strict: bool) -> None:
    """Make the site; raises mkdocs' own `Abort` if a warning is an error."""
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), strict=is_strict, site_dir=str(site))
    config.nav = navigation(config.nav or [], written)
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)


def taken_from_elsewhere(site: Path) -> list[str]:
    """Pages that a browser would need the network for."""
    found = (p for p in sorted(site.rglob("*.html")) if _REMOTE.search(p.read_text("utf-8")))
    return [path.relative_to(site).as_posix() for path in found]


def main() -> int:
    """Write the pages and build the site; 1 if a page of it needs the network."""
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--strict", action="store_true", help="a warning is an error")
    parser.add_argument("--pages-only", action="store_true", help="write build/docs, no site")
    options = parser.parse_args()
    written = pages()
    write(written, BUILD)
    if not options.pages_only:
        build(written, ROOT / "site", is_strict=options.strict)
        remote = taken_from_elsewhere(ROOT / "site")
        if remote:
            sys.stderr.write(f"pages that need the network: {', '.join(remote)}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
