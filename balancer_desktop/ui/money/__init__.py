"""Sales, spending and hours, and what each month adds up to."""
