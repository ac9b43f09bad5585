"""Shipped YAML about conflicts and outlets, its schema and its loader."""
