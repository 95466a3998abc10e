"""Areas: matching the index to them, their types, and how types change between years."""
