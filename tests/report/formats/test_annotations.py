from __future__ import annotations

import json

from credcheck.report.formats.annotations import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report


def test_a_page_of_annotations_with_two_selectors() -> None:
    page = json.loads("".join(render(view(report()), Style())))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    kinds = [selector["type"] for selector in page["items"][0]["target"]["selector"]]
    assert kinds == ["TextQuoteSelector", "TextPositionSelector"]
