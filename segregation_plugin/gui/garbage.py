"""What Python looks through for garbage while the dock is open.

It looks through all objects now and then, whichever thread makes the next one, and holds the window for that long:
0.1 s with what QGIS, pandas and a study have made. These live long, and are left out of it. What is garbage is not: it
is looked for once before.
"""

from __future__ import annotations

import gc


def leave_out_what_is_there() -> None:
    """Look for garbage among the objects made from now on alone, and those left out before not."""
    gc.collect()
    gc.freeze()


def leave_out_nothing() -> None:
    """Look for garbage among all objects again."""
    gc.unfreeze()
