"""W3C Web Annotations (JSON-LD): a page of annotations, each with two ways to find its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from credcheck.report.rows import FindingRow, PositionEncoding, View
from credcheck.report.style import Style

POSITION_ENCODING: PositionEncoding = "utf-32"


def render(view: View, style: Style) -> Iterator[str]:
    """One page."""
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [_annotation(row) for row in view.shown()],
    }
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _annotation(row: FindingRow) -> dict[str, Any]:
    quote = row.location.quote
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "commenting", "value": row.message},
        {"type": "TextualBody", "purpose": "tagging", "value": row.code},
    ]
    bodies += (
        {"type": "TextualBody", "purpose": "editing", "value": edit.text}
        for edit in (row.fix.edits if row.fix else ())
    )
    return {
        "id": f"urn:credcheck:{row.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Software", "name": "credcheck"},
        "body": bodies,
        "target": {
            "source": row.path,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": quote.prefix,
                    "suffix": quote.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": row.location.start,
                    "end": row.location.end,
                },
            ],
        },
    }
