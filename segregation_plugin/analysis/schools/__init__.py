"""Schools and other places with a point: their results, and summaries of them by the areas they lie in."""
