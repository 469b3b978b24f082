"""What the business is: frozen dataclasses and pure functions. No Qt, no database, no clock, no files."""
