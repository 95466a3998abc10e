"""What the parts of a decomposition are called."""

from __future__ import annotations

from wordings import ENGLISH, SWEDISH

from segregation_plugin.study.part_words import part_words


def said(values, texts=ENGLISH):
    return {value: texts.render(word) for value, word in part_words(values).items()}


def test_parts_are_said_in_words_and_fields_as_the_user_calls_them():
    values = ["hela", "mellan lan", "mellan kommun inom lan", "inom kommun", "lan", "kommun"]
    assert said(values) == {
        "hela": "all segregation",
        "mellan lan": "between lan",
        "mellan kommun inom lan": "between kommun within lan",
        "inom kommun": "within kommun",
    }
    assert said(values, SWEDISH)["mellan kommun inom lan"] == "mellan kommun inom lan"


def test_a_field_may_be_called_as_the_words_are():
    values = ["hela", "mellan skola inom tatort", "mellan grupp inom skola inom tatort", "skola inom tatort", "grupp"]
    assert said(values)["mellan skola inom tatort"] == "between skola inom tatort"
    assert said(values)["mellan grupp inom skola inom tatort"] == "between grupp within skola inom tatort"
