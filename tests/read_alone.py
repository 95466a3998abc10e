"""Reads files each in a process of its own and says how long it took, how much memory, and what came out.

Reads lines "FIELD PATH" from its input (index, schools, results; write, to try the watch), and answers each by a line
of JSON: ``seconds``, ``megabytes`` (the most that was in use, libraries and all), ``outcome`` and ``text``. Whatever
writes a file, starts a program or opens a connection meanwhile is stopped, and is an outcome too.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
import traceback
from pathlib import Path

from segregation_plugin.domain.messages import SegregationError
from segregation_plugin.layers.files import read_documents
from segregation_plugin.readers import recognise

READERS = {
    "index": recognise.read_index,
    "schools": recognise.read_schools,
    "results": recognise.read_results,
    "population": recognise.read_population,
}
FORBIDDEN = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "socket.")
ADDRESS_SPACE = 4 * 1024**3  # bytes; stops what would harm the machine


def watch(event: str, details: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(f"{event}: {details}")


def read(field: str, path: str) -> dict[str, object]:
    # Of the processor: what else the machine does meanwhile is nobody's fault.
    starts = time.process_time()
    try:
        if field == "write":
            Path(path).write_text("")
        table = READERS[field](read_documents([path]))
        rows = len(table[0] if isinstance(table, (tuple, list)) else table)
        outcome, text = "table", f"{rows} rows"
    except SegregationError as error:
        outcome, text = "refused", str(error)
    except BaseException:  # noqa: BLE001 - any other is what is looked for
        outcome, text = "crash", traceback.format_exc()
    return {"outcome": outcome, "text": text, "seconds": time.process_time() - starts}


def main() -> None:
    recognise.read_index(read_documents([str(Path(__file__).parent / "data" / "karlstad_2024.xlsx")]))
    gc.freeze()  # libraries stay to the end: nobody looks through them for garbage again in each process
    for line in sys.stdin:
        field, path = line.rstrip("\n").split(" ", 1)
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
            sys.addaudithook(watch)
            os.write(theirs, json.dumps(read(field, path)).encode())
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours, "rb") as answer:
            received = answer.read()
        _, status, usage = os.wait4(child, 0)
        found = json.loads(received) if received else {"outcome": "crash", "text": f"ended by {status}", "seconds": 0}
        print(json.dumps({**found, "megabytes": usage.ru_maxrss / 1024}), flush=True)


if __name__ == "__main__":
    main()
