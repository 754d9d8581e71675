"""From a workbook to rows and findings; knows nothing of pages."""
