"""Makes a book in a folder and imports a file into it: BOOK FILE."""

import sys
from pathlib import Path

from telling import peak, tell

from balancer_desktop.app.book import new_book
from balancer_desktop.app.importing.run import import_files

book = new_book(Path(sys.argv[1]))
outcome = import_files(book, [Path(sys.argv[2])])
book.close()
tell(added=outcome.added, peak=peak())
