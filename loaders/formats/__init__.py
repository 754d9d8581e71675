"""Files of every format as sheets of cells; knows no form."""
