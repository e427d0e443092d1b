"""One Excel workbook in place of a folder: a sheet per file, read in a process of its own."""
