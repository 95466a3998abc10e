"""Areas: which index belongs to which, their types, and how types change between years."""
