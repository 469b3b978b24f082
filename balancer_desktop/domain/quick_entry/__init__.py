"""The one line that records anything: `2h Acme roof repair`, `paid Acme 450`, `call Hilltop fri`.

`parse.read` turns a line into a `Reading`: what would be written, shown word for word, or what is missing.
`words.py` lists every keyword; the rules that are not a table:

- A line begins with a verb, a duration, or a name that a verb or a duration follows (`Acme paid 450`).
- A name stands first among the other words, and the longest run of words that somebody has wins; elsewhere it
  is found when written in full, with a capital, or after `for`, `at` …. Words in quotes are never read as
  anything but a name (where one is expected) or a note.
- A date is read at either end of the words, or beside something else that was understood; otherwise it is part
  of the note. `fri` is the last Friday of what has happened and the coming one of a next step; `next fri` is in
  the next week, which begins on Monday. A date without its year is the nearest on the right side of today, but
  one that is off by a month or less is taken for a slip and refused.
- `call Hilltop` without a date is due today.
- The names of the owner's stages are verbs: `proposal Hilltop`. `quote Hilltop 2400` is a quote that was given, and
  brings what is open to the stage of proposals; without an amount, or for a day to come, it is a step to be done.
- Words after a name tell which opportunity is meant where their letters begin words of its title, then the reason it
  was lost for; the rest is its note.
"""
