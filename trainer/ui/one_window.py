"""One window per data folder: a second start brings the first one to the front."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 800


def _door(folder: Path) -> str:
    """The name of the local socket of a data folder."""
    return f"trainer-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"


class DoorBell(QObject):
    """Listens for later starts.

    Signals:
        rung: somebody started the program again on the same folder.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_door(folder))  # left behind by a killed process; the lock says it is gone
        self._server.listen(_door(folder))
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.disconnectFromServer()
        self.rung.emit()


def raise_first_window(folder: Path) -> bool:
    """Rings at the window that owns a folder; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_door(folder))
    return socket.waitForConnected(_PATIENCE_MS)
