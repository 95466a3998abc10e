"""Damages real files at random and reads them: only a table or a SegregationError may come out.

Run by tests/qgis/test_limits.py, as a process of its own: what crashes the process fails the test too.
Usage: fuzz_readers.py CASES SEED [CASE]
  CASE  runs this one case alone, and says what was damaged and how
"""

from __future__ import annotations

import io
import json
import random
import signal
import sys
import traceback
import zipfile
import zlib
from pathlib import Path

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import SegregationError
from segregation_plugin.layers.files import documents_of
from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document

ROOT = Path(__file__).resolve().parent.parent
SLOWEST = 10  # seconds of the processor
READERS = (recognise.read_index, recognise.read_schools, recognise.read_results, recognise.read_population)
SPLICES = (
    *(b";", b",", b"\t", b'"', b"'", b"\r", b"\n", b"\n\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"..", b"~", b"*", b"-"),
    *(b"1e999", b"NaN", b"0", b"-1", b"7", b"99999999999999999999", b"1.234,5", b"=1+1", b"{", b"}", b"[", b"]", b":"),
    *(b"null", b"true", b"2023", b"0114R001", b"1780R001", b"12345678", b"\xe5", b"<", b">", b"/", b"&l;", b"("),
    *("\u200f\u202e".encode(), "\u2028".encode(), "å".encode(), "²".encode(), "٣".encode(), "\U0001f600".encode()),
)
VALUES = (
    None,
    True,
    0,
    -1.5,
    7,
    10**30,
    float("nan"),
    "",
    "x",
    "..",
    "2024",
    "1780R001",
    [],
    {},
    [[]],
    [{}],
    {"x": []},
)


def real_files() -> dict[str, bytes]:
    """Real files, each small: whole, or its first rows and its last."""
    found = {}
    for folder in ("resources/demo", "tests/data", "tests/data/bad"):
        pattern = "*/*" if folder.endswith("bad") else "*"
        for path in sorted((ROOT / folder).glob(pattern)):
            if path.suffix in (".csv", ".json", ".px", ".xlsx", ".xlsm", ".ods") and "bomb" not in path.name:
                found[path.relative_to(ROOT).as_posix()] = small(path)
    return found


def small(path: Path) -> bytes:
    data = path.read_bytes()
    if len(data) < 20_000 or path.suffix in (".xlsx", ".ods"):
        return data
    if path.suffix == ".json":
        whole = json.loads(data)
        return json.dumps({code: whole[code] for code in list(whole)[:4]}, ensure_ascii=False).encode()
    lines = data.splitlines(keepends=True)
    return b"".join([*lines[:12], *lines[-20:]])


def spliced(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    place, gone, new = chance.randint(0, len(data)), chance.choice((0, 0, 1, 1, 2, 9, 80)), chance.choice(SPLICES)
    return data[:place] + new + data[place + gone :], f"{new!r} for {gone} bytes at {place}"


def cut(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    place = chance.randint(0, len(data))
    return data[:place], f"cut off at {place}"


def moved_lines(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.choice(("lost", "twice", "exchanged"))
    if what == "lost":
        del lines[one]
    elif what == "twice":
        lines.insert(other, lines[one])
    else:
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines), f"line {one} {what} ({other})"


def changed_cell(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    delimiter = b";" if data.count(b";") > data.count(b",") else b","
    lines = data.split(b"\n")
    one = chance.randrange(len(lines))
    cells = lines[one].split(delimiter)
    place, new = chance.randrange(len(cells)), chance.choice(SPLICES)
    cells[place : place + chance.randint(0, 1)] = [new]
    lines[one] = delimiter.join(cells)
    return b"\n".join(lines), f"{new!r} as cell {place} of line {one}"


def changed_json(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    try:
        whole = json.loads(data)
    except ValueError:
        return spliced(data, chance)
    node, path = whole, []
    while isinstance(node, (dict, list)) and node:
        key = chance.choice(list(node)) if isinstance(node, dict) else chance.randrange(len(node))
        path.append(key)
        if chance.random() < 0.3 or not isinstance(node[key], (dict, list)) or not node[key]:
            break
        node = node[key]
    if not path:
        return spliced(data, chance)
    new = chance.choice(VALUES)
    what = chance.choice(("replaced", "lost", "renamed", "wrapped"))
    if what == "replaced":
        node[path[-1]] = new
    elif what == "wrapped":
        node[path[-1]] = [node[path[-1]]]
    else:
        value = node.pop(path[-1])
        if what == "renamed" and isinstance(node, dict):
            node[str(new)] = value
    return json.dumps(whole).encode(), f"{path} {what} ({new!r})"


def changed_part(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Damage a part of a workbook and pack it again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        parts = {}
    if not parts:
        return spliced(data, chance)
    name = chance.choice(sorted(name for name in parts if name.endswith(".xml")) or sorted(parts))
    parts[name], how = chance.choice((spliced, spliced, cut))(parts[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)
    return made.getvalue(), f"{name}: {how}"


def damaged(name: str, data: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    ways = {".json": (changed_json, changed_json, spliced, cut), ".px": (spliced, spliced, moved_lines, cut)}
    packed = (changed_part, changed_part, changed_part, spliced, cut)
    text = (changed_cell, changed_cell, spliced, moved_lines, cut)
    said = []
    for _ in range(chance.randint(1, 4)):
        suffix = Path(name).suffix
        way = chance.choice(packed if suffix in (".xlsx", ".xlsm", ".ods") else ways.get(suffix, text))
        data, how = way(data, chance)
        said.append(how)
    return data, said


def require_possible(table: object) -> None:
    """Whatever was read lies where such values can lie."""
    for one in table if isinstance(table, (list, tuple)) else [table]:
        if one is None:
            continue
        limits = {"omradestyp": (1, 5), "socioekonomiskt_index": (0, 100), "elever": (0, 1e12)}
        limits |= {result.column: (0, 340 if result.unit != "%" else 100) for result in YEAR_9_RESULTS}
        for column, (lowest, highest) in limits.items():
            if column in one:
                known = one[column].dropna().astype(float)
                assert known.between(lowest, highest).all(), f"{column}: {known.tolist()}"


def run(case: int, seed: str, files: dict[str, bytes]) -> tuple[str, list[str]]:
    """Read one damaged file every way; the same for the same case and seed."""
    chance = random.Random(f"{seed} {case}")
    name = chance.choice(sorted(files))
    data, said = damaged(name, files[name], chance)
    words = [name, *said]
    documents: list[Document] = []

    def open_file(_documents: list[Document]) -> None:
        documents.extend(documents_of(Path(name).name, data))

    for read in (open_file, *READERS):
        signal.setitimer(signal.ITIMER_PROF, SLOWEST)
        try:
            require_possible(read(documents))
        except SegregationError as error:
            str(error)
        except BaseException:  # noqa: BLE001 - any other is what is looked for
            print(f"seed {seed}, case {case}, {read.__name__}: {words}")
            traceback.print_exc(file=sys.stdout)
            sys.exit(1)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return name, said


def main() -> None:
    cases, seed, *case = sys.argv[1:]
    files = real_files()
    if case:
        print(run(int(case[0]), seed, files))
        return
    seen = {run(number, seed, files)[0] for number in range(int(cases))}
    print(f"{len(seen)} of {len(files)} files")


def too_slow(*_: object) -> None:
    raise TimeoutError(f"not read within {SLOWEST} s")


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, too_slow)
    main()
