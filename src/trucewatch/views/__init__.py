"""Questions answered as frozen types, each row with its evidence."""
