"""A fixture that looks at the log as a user does who was sent there."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsApplication

__all__ = ["logged"]


@pytest.fixture
def logged(quiet_log):
    """What QGIS's log holds of this plugin's errors, as text; a test that takes it expects some."""
    found = []

    def note(text, tag, level):
        if tag == "RegSO Segregation" and level == Qgis.MessageLevel.Critical:
            found.append(text)

    log = QgsApplication.messageLog()
    log.messageReceived.connect(note)
    yield found
    log.messageReceived.disconnect(note)
    quiet_log[:] = [one for one in quiet_log if not any(text in one for text in found)]
