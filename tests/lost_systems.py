"""A reference system that QGIS 3.22 loses: what a thread asked for first, once the thread has ended."""

from __future__ import annotations

import threading

from qgis.core import QgsCoordinateReferenceSystem


def held_after_its_thread(code):
    """A system that another thread asked for first, and that is held here when the thread ends."""
    asked, held = threading.Event(), threading.Event()

    def ask():
        QgsCoordinateReferenceSystem(code).toWkt()
        asked.set()
        held.wait(60)

    thread = threading.Thread(target=ask)
    thread.start()
    assert asked.wait(60)
    crs = QgsCoordinateReferenceSystem(code)
    assert crs.toWkt()
    held.set()
    thread.join()
    return crs
