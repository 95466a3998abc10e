"""Room in Qt's pool of threads, in which QGIS runs tasks and Qt itself scales and converts large pictures.

Where QGIS's own thread has a picture scaled from Python it waits for the pool and keeps Python's lock. Were tasks in
Python in all threads of the pool, waiting for the lock, QGIS would stand still for ever: two are enough where there are
two processors. So each brings a thread of its own.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QThreadPool


def make_room() -> None:
    """Let the pool have one thread more, for a task in Python that is to begin."""
    QThreadPool.globalInstance().releaseThread()


def take_back_room() -> None:
    """Let the pool have one thread less: the task has ended."""
    QThreadPool.globalInstance().reserveThread()
