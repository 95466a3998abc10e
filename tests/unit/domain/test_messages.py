"""Every text with values, found in the source, can be said."""

from __future__ import annotations

import ast
import gc
import string
import weakref
from pathlib import Path

import pytest

from segregation_plugin.domain import findings
from segregation_plugin.domain.messages import (
    Cancelled,
    InputError,
    Message,
    OutputError,
    SegregationError,
    as_json,
    from_json,
    message,
)
from segregation_plugin.readers.recognise import NAMED_SOURCES, SOURCES

PACKAGE = Path(__file__).resolve().parents[3] / "segregation_plugin"
SPEAKING = ("message", "Message", "InputError", "OutputError", "SegregationError")


def speaks(call: ast.AST) -> bool:
    if not isinstance(call, ast.Call):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in SPEAKING


def calls() -> list[tuple[str, ast.Call]]:
    texts = [(path, path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    speaking = [(path, text) for path, text in texts if any(name in text for name in SPEAKING)]
    found = [(path, node) for path, text in speaking for node in ast.walk(ast.parse(text)) if speaks(node)]
    # The constructors in messages.py pass a variable on.
    return [(f"{path.name}:{call.lineno}", call) for path, call in found if path.name != "messages.py"]


def fields(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


def fault(call: ast.Call) -> str:
    """What is wrong with a text, empty where nothing is."""
    (template,) = call.args
    if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        return "a text that is put together cannot be translated"
    given = {keyword.arg for keyword in call.keywords}
    if fields(template.value) != given:
        return f"names {fields(template.value)}, is given {given}"
    template.value.format(**dict.fromkeys(given, "4"))
    return ""


def test_every_text_gets_the_values_it_names_and_no_others():
    found = calls()
    assert len(found) > 40
    assert [(where, wrong) for where, call in found if (wrong := fault(call))] == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ('message("{a} of {b}", a=1, b=2)', ""),
        ('message("{a}")', "names {'a'}, is given set()"),
        ('InputError("all", a=1)', "names set(), is given {'a'}"),
        ('messages.Message("a" + name)', "a text that is put together cannot be translated"),
        ('message(f"{a}", a=1)', "a text that is put together cannot be translated"),
        ("message(b'a')", "a text that is put together cannot be translated"),
    ],
)
def test_a_wrong_text_is_a_fault(code, wrong):
    (call,) = (node for node in ast.walk(ast.parse(code)) if speaks(node))
    assert fault(call) == wrong


KINDS = [value for name, value in vars(findings).items() if name.isupper() and isinstance(value, str)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_finding_is_explained(kind):
    assert str(findings.EXPLANATIONS[kind])


def test_kinds_are_told_apart():
    assert len(KINDS) == len(set(KINDS)) == len(findings.EXPLANATIONS)


def test_every_kind_of_file_has_a_name():
    assert all(str(source.label) for source in (*SOURCES, *NAMED_SOURCES))


def test_a_message_inside_a_message():
    assert str(message("not {what}", what=message("a table of {kind}", kind="schools"))) == "not a table of schools"


def test_a_value_may_hold_braces():
    assert str(message("row '{text}'", text="{0} {x}")) == "row '{0} {x}'"


def test_equal_texts_are_equal():
    assert message("a {x}", x=1) == Message("a {x}", {"x": 1})


@pytest.mark.parametrize("kind", [InputError, OutputError, SegregationError])
def test_an_error_carries_its_message(kind):
    error = kind("The file {file} is empty.", file="a.csv")
    assert isinstance(error, SegregationError)
    assert str(error) == "The file a.csv is empty."
    assert error.message == message("The file {file} is empty.", file="a.csv")


def test_a_cancelled_run_says_that_nothing_changed():
    assert str(Cancelled()) == "Cancelled. Nothing was changed."


def test_a_value_that_is_half_a_file_is_shortened():
    assert str(InputError("{text}!", text="x" * 5_000)) == "x" * 500 + "…!"


def test_a_kept_message_is_the_same_again():
    inner = message("{count} rows", count=3)
    for kept in (message("plain"), message("{one} of {share}", one=inner, share=0.5), message("{x}", x="{y} å")):
        assert from_json(as_json(kept)) == kept
        assert str(from_json(as_json(kept))) == str(kept)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "3",
        "[]",
        '"text"',
        "{}",
        '{"text": "{x}", "values": {}}',
        '{"text": "{x", "values": {"x": 1}}',
        '{"text": "{x.__class__}", "values": {"x": 1}}',
        '{"text": "{x.__class__}", "values": {"x": 1, "x.__class__": 1}}',
        '{"text": "{x[0]}", "values": {"x": 1}}',
        '{"text": "{x!r}", "values": {"x": 1}}',
        '{"text": "{x:>999999999}", "values": {"x": 1}}',
        '{"text": "{}", "values": {"": 1}}',
        '{"text": "{x}", "values": {"x": {"text": 1}}}',
        '{"text": 1, "values": {}}',
        "[" * 100_000,
        '{"text": "{x}", "values": {"x": ' * 20_000,
        '{"text": "x", "values": []}',
    ],
)
def test_what_is_no_kept_message_is_refused(kept):
    with pytest.raises(ValueError, match=r"no message|Expecting|expected"):
        from_json(kept)


@pytest.mark.parametrize(
    ("error", "said"), [(OSError("no {what}"), "no {what}"), (OutputError("no {what}", what="room"), "no room")]
)
def test_a_message_of_an_error_keeps_nothing_that_the_error_held(error, said):
    class Held:
        pass

    def failed():
        held = Held()
        seen.append(weakref.ref(held))
        try:
            raise error
        except (OSError, OutputError) as caught:
            return message("It failed: {reason}", reason=caught)

    seen = []
    found = failed()
    error.with_traceback(None)
    values = list(found.values.values())
    gc.collect()
    assert str(found) == f"It failed: {said}"
    assert not any(isinstance(value, BaseException) for value in values)
    assert seen[0]() is None
