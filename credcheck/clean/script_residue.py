"""
Find lines of scripts and style sheets that a page left in its text, and take them out.

## Why it matters
They are no words of the article, they carry names and numbers that no one wrote, and they show that
a page was cut without care.

## When it is wrong
A text about programming shows code; it is left alone, and so is code between back-ticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.types import Edit, Fixer, Span

_HINTS = ("{", "push(", "X-NONE", "/*", "CDATA", "document.write", "_gaq", "fbq(")
_STYLE_PROPERTY = r"\s{0,4}-?[a-z-]{2,40}\s?:\s?[^;{}\n]{1,120}"
_RESIDUE = re.compile(
    # a style rule: selector { property: value; ... }
    r"(?:@media[^{}\n]{1,120}\{\s{0,4})?"
    r"(?<![\w.#])(?:[.#@]?[\w-]{1,60}(?:[:.#,> ]{1,3}[\w-]{1,60}){0,12}) ?"
    rf"\{{(?:{_STYLE_PROPERTY};){{0,30}}{_STYLE_PROPERTY};?\s{{0,4}}\}}(?:\s{{0,4}}\}})?"
    # calls of advertising, counting and sharing scripts
    r"|\(adsbygoogle = window\.adsbygoogle \|\| \[\]\)\.push\(\{[^{}]{0,200}\}\);?"
    r"|googletag\.cmd\.push\(function ?\(\) ?\{[^{}]{0,300}\}\);?"
    r"|window\.[A-Za-z_]\w{1,40} ?= ?[^;\n]{1,300};"
    r"|(?:jQuery|\$)\((?:document|function|['\"])[^\n]{0,300}\}\);?"
    r"|document\.write\([^\n]{0,200}\);?|fbq\(['\"][^\n]{0,120}\);?|_gaq\.push\([^\n]{0,120}\);?"
    r"|(?:!|\()?function ?\([\w, ]{0,60}\) ?\{[^\n]{0,600}\}[^\n]{0,60}\);?"
    r"|var [A-Za-z_$]\w{0,40} ?= ?[^;\n]{1,200};"
    r"|/[*/] ?(?:<!\[CDATA\[|\]\]>|Style Definitions)(?: ?\*/)?"
    # what Word leaves behind
    r"|Normal 0 (?:false ){1,4}[A-Z]{2}-[A-Z]{2} X-NONE X-NONE(?: MicrosoftInternetExplorer4)?"
)


def edits(text: str) -> Iterator[Edit]:
    """Edits that take the residue out, with the line it fills."""
    pieces = marked_pieces(text)
    if not any(hint in pieces for hint in _HINTS):
        return
    found = [m for m in _RESIDUE.finditer(text) if not is_in(code_spans(text), m.start())]
    if found and not is_about_code(text):
        yield from (_removal(text, Span(*match.span())) for match in found)


def _removal(text: str, span: Span) -> Edit:
    """Take out a stretch; a line that held nothing else goes with it."""
    start, end = span.start, span.end
    is_line = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    is_doubled = text[start - 1 : start] in ("", " ", "\n") and text[end : end + 1] == " "
    return Edit(Span(start, min(len(text), end + (is_line or is_doubled))), "")


FIXER = Fixer(
    code="BRK204",
    name="script-residue",
    severity="error",
    message="a line of a script or style sheet was left in the text: '{0}'",
    edits=edits,
    mends=(
        (
            "The port closed.\n(adsbygoogle = window.adsbygoogle || []).push({});\nIt froze.",
            "The port closed.\nIt froze.",
        ),
        (".entry-content p { color: #333; margin: 0 } The port closed.", "The port closed."),
        ("It closed. var wait = 3; It froze. {}", "It closed. It froze. {}"),
        ("Normal 0 false false EN-US X-NONE X-NONE\nIt froze.", "It froze."),
        (
            "It closed.\ngoogletag.cmd.push(function() { googletag.display('a'); });\nIt froze.",
            "It closed.\nIt froze.",
        ),
    ),
    untouched=(
        "In JavaScript source code, var wait = 3; declares a variable in the template.",
        "The set {a, b, c} and the note {see below: nothing} stayed.",
        "Use `var a = 1;` {} once.",
    ),
)
