"""From an answer to files that people and other programs read."""
