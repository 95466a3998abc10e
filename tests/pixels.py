"""The colours of a picture, all at once: a colour for each of its points takes a second for some of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtGui import QImage


def pixels(image: QImage) -> NDArray[np.int_]:
    """Return red, green and blue (0 to 255) of each point, by row and column."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    points = np.frombuffer(bits, np.dtype("<u4")).reshape(image.height(), image.width())
    return np.stack([points >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(int)
