"""Does a text show code on purpose?"""

from __future__ import annotations

import pytest

from credcheck.clean.shown_code import code_spans, is_about_code, is_about_encodings, is_in


def test_code_in_back_ticks_is_found() -> None:
    text = "Use `a ,b` here.\n```\nx ;y\n```\nDone , now."
    shown = [span.of(text) for span in code_spans(text)]
    assert shown == ["`a ,b`", "```\nx ;y\n```"]
    assert is_in(code_spans(text), text.index(" ,b"))
    assert not is_in(code_spans(text), text.index(" , now"))


def test_an_open_fence_is_no_code() -> None:
    assert code_spans("```\nnever closed") == ()


@pytest.mark.parametrize(
    "text",
    [
        "In HTML every opening tag has an attribute.",
        "The programmer wrote a function in Python and ran it in the shell.",
        "CSS and JavaScript make a web page move; the DOM is what they move.",
    ],
)
def test_texts_about_code(text: str) -> None:
    assert is_about_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "The developers of the harbour escaped with a fine.",
        "Your browser does not support HTML video.",
        "The python escaped from the zoo.",
        "The price of bread rose.",
    ],
)
def test_texts_about_other_things(text: str) -> None:
    assert not is_about_code(text)


def test_texts_about_encodings() -> None:
    assert is_about_encodings("The file was saved as UTF-8.")
    assert not is_about_encodings("The café is open.")
