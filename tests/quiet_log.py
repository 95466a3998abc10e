"""A fixture for tests inside QGIS: whatever goes wrong behind the scenes fails the test."""

from __future__ import annotations

import sys
import traceback

import pytest
from qgis.core import Qgis, QgsApplication

__all__ = ["quiet_log"]

TAGS = ("RegSO Segregation", "Python error", "Python warning", "Plugins")


@pytest.fixture(autouse=True)
def quiet_log(monkeypatch):
    """Collect errors and warnings of ours in QGIS's message log, and exceptions in slots: there must be none.

    A test that wants one takes this fixture, looks at the list and clears it.
    """
    found = []

    def note(text, tag, level):
        if tag in TAGS and level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            found.append(f"{tag}: {text}")

    def note_exception(kind, error, trace):
        found.append("".join(traceback.format_exception(kind, error, trace)))

    monkeypatch.setattr(sys, "excepthook", note_exception)
    log = QgsApplication.messageLog()
    log.messageReceived.connect(note)
    yield found
    log.messageReceived.disconnect(note)
    assert not found, "\n".join(found)
