"""Whom to help next: where groups stand, what they lack, what helps, and when; pure."""
