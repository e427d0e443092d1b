"""One command a file; each reads as a recipe and imports what is slow only when it runs."""
