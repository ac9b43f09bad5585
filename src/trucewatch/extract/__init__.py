"""Text to mentions: what is said in the reporting, with the place where it says so."""
