"""Does what a test kills, each time in a child of its own; libraries are loaded once for all of them.

Reads lists of JSON, a line each, and says ``child PID``, then what the child says, and ``ended`` when it is gone:
  ["study", PROFILE, AREAS, INDEX, OUTPUT]  runs a study in a QGIS of its own, saying what it does
  ["replace", FIRST, SECOND, TARGET]        puts one of two files after the other in place of a third for ever
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from itertools import cycle
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

sys.path.insert(0, str(Path(__file__).parent.parent))

from segregation_plugin.algorithms.make_study import StudyAlgorithm
from segregation_plugin.layers.put_in_place import put_in_place

# What the algorithm loads when it is run.
for name in ("exports.report", "layers.study_file", "layers.study_reading", "readers.recognise", "study.making"):
    import_module(f"segregation_plugin.{name}")


class Loud(QgsProcessingFeedback):
    """Says at once what the algorithm does."""

    def pushInfo(self, text: str) -> None:
        print(text, flush=True)


def study(profile: str, areas: str, index: str, output: str) -> None:
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
    application = QgsApplication([], False)
    application.initQgis()
    parameters = {"AREAS": areas, "INDEX": [index], "OUTPUT": output}
    StudyAlgorithm().create().run(parameters, QgsProcessingContext(), Loud())


def replace(first: str, second: str, target: str) -> None:
    print("ready", flush=True)
    for one in cycle((first, second)):
        put_in_place(Path(one), Path(target))


def main() -> None:
    for line in sys.stdin:
        what, *given = json.loads(line)
        child = os.fork()
        if child == 0:
            print(f"child {os.getpid()}", flush=True)
            {"study": study, "replace": replace}[what](*given)
            os._exit(0)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main()
