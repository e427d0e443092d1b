"""The inner loop of the search, compiled: the same moves as in plain Python, forty at a time."""
