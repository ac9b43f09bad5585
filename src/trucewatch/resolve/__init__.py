"""Mentions to record: one thing under its many names."""
