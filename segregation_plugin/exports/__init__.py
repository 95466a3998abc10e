"""Study files written out: maps, tables and the report."""
