"""How the language model is prepared, trained, measured and exported; the package never imports it."""
