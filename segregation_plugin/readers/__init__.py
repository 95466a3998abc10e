"""Parsers: file contents to tables, one module a source. Knows no QGIS, no network and no clock."""
