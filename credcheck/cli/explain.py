"""`credcheck explain`: what a rule means, or the list of rules."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from credcheck.cli import options
from credcheck.cli.problem import Problem

if TYPE_CHECKING:
    from credcheck.explain import Entry
    from credcheck.report.style import Style

EXAMPLES_MAX = 6
_GROUPS = {
    "BRK1": "Broken: encoding",
    "BRK2": "Broken: markup debris",
    "BRK3": "Broken: glued and split words, spacing",
    "BRK4": "Broken: torn, truncated, empty, repeated",
    "BRK5": "Boilerplate and residue",
    "DUP1": "Duplicate",
    "ERR0": "Unreadable",
    "SPN1": "Spun",
    "UNS1": "Unsupported: no other given source",
    "UNS2": "Unsupported: sources disagree",
    "UNS3": "Unsupported: vague or unattributed",
}


def explain(
    rule: Annotated[
        str | None,
        Argument(
            metavar="CODE",
            hidden=True,
            help="A code or a name.",
            autocompletion=options.rules_of,
        ),
    ] = None,
    format: Annotated[
        str, Option("-f", "--format", metavar="FORMAT", help="text, json or md.")
    ] = "text",
    color: options.Color = "auto",
) -> int:
    """
    Say what a rule means, with examples, or list the rules.

    CODE is a code or a name; without one all rules are listed.

    \b
    Examples:
      credcheck explain
      credcheck explain BRK301
      credcheck explain glued-words
    """
    from credcheck.cli.screen import one_of, styled
    from credcheck.config import suggestion
    from credcheck.explain import entries, entry

    one_of("--format", format, ("text", "json", "md"))
    look = styled(color)
    if rule is None:
        chosen = list(entries().values())
        lines = _list(chosen, look)
    else:
        try:
            chosen = [entry(rule)]
        except KeyError:
            known = [*entries(), *(one.name for one in entries().values())]
            hint = suggestion(rule, known) or "; see: credcheck explain"
            raise Problem(f'unknown rule "{rule}"{hint}') from None
        lines = _page(chosen[0], look)
    if format == "json":
        lines = iter([json.dumps([asdict(one) for one in chosen], ensure_ascii=False, indent=1)])
    elif format == "md":
        lines = (line for one in chosen for line in _markdown(one))
    for line in lines:
        sys.stdout.write(line + "\n")
    return 0


def _list(chosen: list[Entry], style: Style) -> Iterator[str]:
    """A line a rule, by group."""
    for prefix, some in groupby(chosen, key=lambda entry: entry.code[:4]):
        yield f"\n{style.paint(_GROUPS.get(prefix, prefix), 'bold')}"
        for entry in some:
            severity = style.paint(entry.severity.ljust(7), entry.severity)
            mark = " (repaired by fix)" if entry.is_repaired else ""
            yield f"  {entry.code}  {severity}  {entry.name}{style.paint(mark, 'dim')}"
    yield "\nMore on one: credcheck explain CODE"


def _page(entry: Entry, style: Style) -> Iterator[str]:
    """All that is known of one rule."""
    severity = style.paint(entry.severity, entry.severity)
    yield f"{style.paint(f'{entry.code} {entry.name}', 'bold')} · {severity}{_reach(entry)}\n"
    for paragraph in re.split(r"\n\s*\n|\n(?=#)|(?<=\?)\n", entry.documentation.strip()):
        heading, rest = _parted(paragraph)
        if heading:
            yield style.paint(heading, "bold")
        if rest.strip():
            yield _wrapped(rest, style.width) + "\n"
    for heading, pairs in groupby(entry.examples, key=itemgetter(0)):
        texts = [text for _, text in pairs]
        yield style.paint(heading, "bold")
        yield from (_example(text, style) for text in texts[:EXAMPLES_MAX])
        yield ""
    yield from _switches(entry, style)


def _parted(paragraph: str) -> tuple[str, str]:
    """The heading that a paragraph begins with, and the rest of it."""
    if not paragraph.startswith("#"):
        return "", paragraph
    heading, _, rest = paragraph.partition("\n")
    return heading.lstrip("# "), rest


def _wrapped(paragraph: str, width: int) -> str:
    if paragraph.lstrip().startswith(("- ", "* ", "|")):
        return paragraph
    return fill(" ".join(paragraph.split()), width)


def _example(text: str, style: Style) -> str:
    from credcheck.report.excerpt import visible

    parts = re.split(r"\[\[(.*?)\]\]", text, flags=re.DOTALL)
    marked = "".join(
        (style.paint(visible(part), "red") if style.is_colored else f"[[{visible(part)}]]")
        if number % 2
        else part
        for number, part in enumerate(parts)
    )
    return "\n".join(f"  {line}" for line in marked.split("\n"))


def _reach(entry: Entry) -> str:
    languages = "" if "*" in entry.languages else f" · language: {', '.join(entry.languages)}"
    return f"{languages} · repaired by fix" if entry.is_repaired else languages


def _switches(entry: Entry, style: Style) -> Iterator[str]:
    yield style.paint("How to switch it off", "bold")
    if entry.code.startswith("ERR"):
        yield '  exclude = ["path"] in credcheck.toml leaves the file out'
        return
    yield f"  credcheck scan --ignore {entry.code}"
    yield f'  ignore = ["{entry.code}"] in credcheck.toml'
    yield f"  <!-- credcheck: ignore {entry.code} --> in Markdown"


def _markdown(entry: Entry) -> Iterator[str]:
    """The page of a rule for the documentation."""
    yield f"# {entry.code} {entry.name}\n"
    yield f"Severity: {entry.severity}{_reach(entry)}\n"
    yield f"{entry.documentation.strip()}\n"
    for heading, pairs in groupby(entry.examples, key=itemgetter(0)):
        yield f"## {heading}\n"
        for _, text in pairs:
            yield f"```text\n{text}\n```\n"
