"""Bytes in, tables out: one module a source. Knows no QGIS, no network and no clock."""
