"""Makes pictures small: in the colours that they have most of.

Usage: python -m scripts.small_picture FILE...
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

_COLOURS = 256


def save_small(picture: QImage, path: Path) -> None:
    """Save a picture as PNG in the colours that it has most of, others as the nearest of these."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits().asstring(picture.sizeInBytes()), "<u4")
    colours, counts = np.unique(pixels, return_counts=True)
    most = [int(colour) for colour in colours[np.argsort(-counts)[:_COLOURS]]]
    flags = Qt.ImageConversionFlag.ThresholdDither
    picture.convertToFormat(QImage.Format.Format_Indexed8, most, flags).save(str(path))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        save_small(QImage(name), Path(name))
