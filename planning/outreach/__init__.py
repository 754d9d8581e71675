"""What groups did before and after an event that reached their kelurahan."""
