"""Where a group stands on its way to a koperasi, by rules that carry their source."""
