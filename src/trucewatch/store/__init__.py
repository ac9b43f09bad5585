"""The record on disk: tables, migrations, writer, reader, full-text search."""
