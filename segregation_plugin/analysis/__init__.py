"""Tables in, tables and numbers out. Knows no QGIS."""
