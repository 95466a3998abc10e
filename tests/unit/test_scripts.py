"""The project's scripts: in a copy of a clone too they run what is the copy's own."""

from __future__ import annotations

import re


def test_nothing_of_an_environment_is_called_but_its_python(root):
    called = {
        (script.name, name)
        for folder in ("scripts", ".ci")
        for script in (root / folder).iterdir()
        if script.is_file()
        for name in re.findall(r"\.venv/bin/([\w.-]+)", script.read_text(encoding="utf-8"))
    }

    # The others begin with the path of the environment that they were made in.
    assert {name for _, name in called} == {"python"}
