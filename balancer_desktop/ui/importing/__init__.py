"""The import dialog: files are chosen, read, corrected, checked, and come in as one step. Loaded when first opened."""
