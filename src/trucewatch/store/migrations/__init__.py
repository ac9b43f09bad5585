"""The steps by which an older record becomes one of this version; run by `schema.migrate`, never by hand."""
