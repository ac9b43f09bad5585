"""Trucewatch reads what the press says about an armed conflict and keeps the record of its peace process."""
