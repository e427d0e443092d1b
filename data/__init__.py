"""From files to words, and the reference programmes."""
