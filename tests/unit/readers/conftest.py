"""Karlstad's table of the index, which the formats are compared with."""

from __future__ import annotations

import pytest
from making import document

from segregation_plugin.readers.recognise import read_index


@pytest.fixture(scope="module")
def original(demo):
    """Karlstad's table as it is published, one value hidden, and a year in which everything is."""
    text = (demo / "karlstad_tab6586_2024.csv").read_text(encoding="utf-8-sig")
    return read_index([document(text, "karlstad_2024.csv")])[0]
