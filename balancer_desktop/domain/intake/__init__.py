"""What others hand over: cards, calendars and lists of calls, read into items."""
