from __future__ import annotations

from credcheck.language.substitution_model import substitution_model


def test_the_tables_belong_together() -> None:
    model = substitution_model()
    table = model.candidates
    words = model.language.vocabulary.words
    assert len(table.singles) == len(table.openings) == len(model.vectors.rows) == words
    assert table.heads[-1] == len(table.first_words) == len(table.weights)
    assert len(table.heads) == len(table.widths) + 1
    assert len(model.vectors.inputs) == len(model.vectors.outputs)


def test_it_is_loaded_once() -> None:
    assert substitution_model() is substitution_model()
