"""Page to text: the article told apart from the page around it, and what the page says of itself."""
