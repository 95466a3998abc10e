"""Tables for people: what the dock, the clipboard, workbooks, CSV files and reports all draw."""
