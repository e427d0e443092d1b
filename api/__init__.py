"""The outer ring, thin: command line, service, pages, exports and charts."""
