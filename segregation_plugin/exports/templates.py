"""The pages a map can be laid out on; the first is the default."""

TEMPLATES = ("a4_portrait", "a4_landscape")
