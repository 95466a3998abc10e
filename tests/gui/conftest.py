from __future__ import annotations

from quiet_log import quiet_log

__all__ = ["quiet_log"]
