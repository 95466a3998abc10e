"""The dock: runs the algorithms and shows what a study found. Computes nothing."""
