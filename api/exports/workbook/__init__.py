"""Workbooks out: a programme to fill or to keep, a rota, or any tables, as one Excel file."""

from api.exports.workbook.programme import programme_workbook, template_workbook
from api.exports.workbook.rota import rota_workbook, table_workbook

__all__ = ["programme_workbook", "rota_workbook", "table_workbook", "template_workbook"]
