"""Whom to coach with what under a ceiling: gaps, packages, the exact choice."""
