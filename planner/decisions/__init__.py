"""Variable containers that speak: slots, reviews, sizes, names; indices do not leave them."""
