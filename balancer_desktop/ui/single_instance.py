"""Two windows never write one book: whoever comes second rings, and the first window comes to the front.

The book's lock decides who is second (storage.lock); this only passes the word, over a local socket of this user.
"""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000


class Doorbell(QObject):
    """Answers rings for one book by calling `rung`, until it is closed."""

    def __init__(self, folder: Path, rung: Callable[[], None]) -> None:
        super().__init__()
        self._rung = rung
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(folder))  # left by a crash: the book's lock says nobody else can be there
        self._server.listen(_name(folder))
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        self._rung()


def ring(folder: Path) -> bool:
    """Ask the window that has this book to come to the front; whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.waitForDisconnected(_PATIENCE_MS)
    return True


def _name(folder: Path) -> str:
    return f"balancer-{blake2b(str(folder.resolve()).encode(), digest_size=12).hexdigest()}"
