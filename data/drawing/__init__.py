"""Draws the parts of a made-up programme: places, people, conflicts of interest."""
