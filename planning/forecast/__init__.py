"""When: time to the next rung and capital to come, as ranges, with their score."""
