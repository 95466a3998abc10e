"""Hidden folders that are removed again, also when a run is killed, and putting a built file in its place."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import IO

from ..domain.messages import OutputError

if sys.platform != "win32":
    import fcntl

_PREFIX = ".segregation-"
_LOCK, _NOT_YET_LOCKED = "lock", "lock.new"
_ABANDONED_AFTER = 3600  # seconds, for folders without a lock


@contextmanager
def build_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder to build in, on the disk of ``target``; it is gone afterwards.

    Folders that ``target`` lacks are made, and taken away again where nothing comes to lie in them. Raises OSError
    where the folder cannot be written.
    """
    parent = real(target).parent
    with ExitStack() as stack:
        for path in _missing(parent):
            path.mkdir(exist_ok=True)
            stack.callback(_remove_empty, path)
        yield stack.enter_context(hidden_folder(parent))


@contextmanager
def output_folder(target: Path) -> Iterator[Path]:
    """Give an empty folder in a ``build_folder``. Raises OutputError where it cannot be written."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(build_folder(target)).absolute() / "built"
            folder.mkdir()
        except OSError as error:
            raise OutputError(
                "The folder {folder} cannot be written: {reason}. Choose another one.",
                folder=target.parent,
                reason=error.strerror or error,
            ) from error
        yield folder


@contextmanager
def hidden_folder(parent: Path) -> Iterator[Path]:
    """Give a hidden folder in ``parent``; it is gone afterwards.

    What killed runs left there is cleared away, and what Windows does not delete while QGIS has it open; a running one
    holds a lock, which the system releases however it ends. Raises OSError where ``parent`` cannot be written.
    """
    _remove_abandoned(parent)
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        lock = _locked(folder)
        if lock is not None:
            stack.enter_context(lock)  # closed first: Windows deletes no file that is open
        yield folder


def real(target: Path) -> Path:
    """Return the file that is written: what a symbolic link points to."""
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def replace(built: Path, target: Path) -> None:
    """Put a plain file in the place of ``target``, with the mode and, where the user may, the owner that it had.

    Raises OSError where ``target`` is no file, or one that the user may not write.
    """
    target = real(target)
    with suppress(FileNotFoundError):
        before = target.stat()
        if not S_ISREG(before.st_mode):
            number = errno.EISDIR if S_ISDIR(before.st_mode) else errno.EINVAL
            raise OSError(number, os.strerror(number), str(target))
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        keep(before, built)
    built.replace(target)


def keep(before: os.stat_result, path: Path) -> None:
    """Give a file the mode and, where the user may, the owner and group of another one."""
    now = path.stat()
    if sys.platform != "win32":
        for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
            if owner not in (-1, now.st_uid) or group not in (-1, now.st_gid):
                with suppress(PermissionError):
                    os.chown(path, owner, group)
    if S_IMODE(now.st_mode) != S_IMODE(before.st_mode):
        path.chmod(S_IMODE(before.st_mode))


def _missing(folder: Path) -> list[Path]:
    """Return the folders that are missing, the outermost first."""
    missing = []
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):  # what was written lies in it
        folder.rmdir()


def _locked(folder: Path) -> IO[bytes] | None:
    """Return a file of ``folder`` that is locked as long as it is open; None on a disk that knows no locks."""
    if sys.platform == "win32":
        return (folder / _LOCK).open("xb")  # nobody can delete it while it is open
    file = (folder / _NOT_YET_LOCKED).open("xb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    # By this name no other run ever finds it unlocked while this one lives.
    (folder / _NOT_YET_LOCKED).rename(folder / _LOCK)
    return file


def _remove_abandoned(folder: Path) -> None:
    for left in folder.glob(f"{_PREFIX}*"):
        # Another run may clear it away at the same time, or it is a colleague's.
        with suppress(OSError):
            if not _is_abandoned(left):
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


def _is_abandoned(left: Path) -> bool:
    """Return whether no running program builds there. Raises OSError where that cannot be known."""
    lock = left / _LOCK
    if not lock.exists():
        return time.time() - left.stat().st_mtime >= _ABANDONED_AFTER
    if sys.platform == "win32":
        lock.unlink()
    else:
        with lock.open("rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True
