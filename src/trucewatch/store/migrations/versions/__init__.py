"""One module a version of the record; each says what it changes and is never edited once released."""
