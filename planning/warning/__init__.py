"""Early warning: groups and kelurahan that slip, in time to help."""
