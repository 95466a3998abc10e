"""Runs a study in a QGIS of its own, saying what it does, so that a test can kill it at any moment.

Usage: killed_study.py AREAS INDEX OUTPUT
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

sys.path.insert(0, str(Path(__file__).parent.parent))

from segregation_plugin.algorithms.make_study import StudyAlgorithm


class Loud(QgsProcessingFeedback):
    """Says at once what the algorithm does."""

    def pushInfo(self, text: str) -> None:
        print(text, flush=True)


application = QgsApplication([], False)
application.initQgis()
areas, index, output = sys.argv[1:]
parameters = {"AREAS": areas, "INDEX": [index], "OUTPUT": output}
StudyAlgorithm().create().run(parameters, QgsProcessingContext(), Loud())
