"""The command line of reports, one command a file; alone opens the store."""
