"""Where accounts really come from: relays, interviews, text that one page has from another."""
