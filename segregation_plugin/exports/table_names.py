"""The tables that can be exported; each is also the name of its file or sheet."""

TABLE_NAMES = ("area_types", "municipality_types", "results", "segregation", "schools", "match_report")
