"""A study: what it is made from, what it holds, and the tables of its file. Pure."""
