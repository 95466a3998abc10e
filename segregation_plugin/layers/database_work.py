"""Work in one transaction of a database, in a thread of its own: whoever waits for the answer may cancel it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Any, TypeVar

from qgis.core import QgsFeedback

from ..domain.messages import Cancelled, InputError
from .database_tables import DatabaseTable

_STEP = 0.1  # seconds between two looks at whether the user has cancelled
_PATIENCE = 1.0  # seconds that a database has to stop; one that does not answer is left alone
_Answer = TypeVar("_Answer")


def in_transaction(table: DatabaseTable, work: Callable[[Any], _Answer], feedback: QgsFeedback) -> _Answer:
    """Return what ``work`` returns, which is given a cursor that sees the database as it was when it began.

    What it wrote is kept where all went well, and else nothing of it. Raises InputError with what the database says,
    Cancelled where the user has cancelled before it was kept: then it never is.
    """
    import psycopg2

    if feedback.isCanceled():
        raise Cancelled
    # Held by the first who decides whether what was written is kept, or the work cancelled.
    decided = Lock()
    connections: list[Any] = []

    def transaction() -> _Answer:
        connection = psycopg2.connect(table.connection)
        connections.append(connection)
        try:
            connection.set_session(isolation_level="REPEATABLE READ")
            with connection.cursor() as cursor:
                answer = work(cursor)
            if not decided.acquire(blocking=False) or feedback.isCanceled():
                raise Cancelled
            connection.commit()
            return answer
        finally:
            connection.close()

    answer = _begun(transaction)
    while not wait([answer], _STEP).done:
        if feedback.isCanceled() and decided.acquire(blocking=False):
            _stop(answer, connections)
            raise Cancelled
    try:
        return answer.result()
    except psycopg2.Error as error:
        raise InputError(
            "The database {database} answers: {reason}", database=table.database[-1], reason=str(error).strip()
        ) from error


def _begun(work: Callable[[], _Answer]) -> Future[_Answer]:
    """Begin ``work`` in a thread that keeps nothing from ending, QGIS neither."""
    answer: Future[_Answer] = Future()

    def do() -> None:
        with _Caught(answer):
            answer.set_result(work())

    Thread(target=do, daemon=True).start()
    return answer


def _stop(answer: Future[_Answer], connections: list[Any]) -> None:
    """Ask the database to stop, again where it had nothing to stop at that moment; for a second at most."""
    until = monotonic() + _PATIENCE
    while not answer.done() and monotonic() < until:
        for connection in connections:
            _begun(connection.cancel)
        wait([answer], _STEP)


class _Caught:
    """Hands what is raised inside to whoever waits for the answer."""

    def __init__(self, answer: Future[Any]) -> None:
        self._answer = answer

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            self._answer.set_exception(error)
        return True
