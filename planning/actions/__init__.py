"""What was done for groups, and what the groups did before and after."""
