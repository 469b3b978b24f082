"""What the owner can do: verbs over domain and storage."""
