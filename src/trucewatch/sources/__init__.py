"""Bring pages in: files, folders, archives, given lines; bytes only, nothing parsed."""
