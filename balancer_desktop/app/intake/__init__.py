"""What others hand over, from files to the book."""
