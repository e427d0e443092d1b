"""What checks and measures count anew from dates and raw records, apart from all look-ups."""
