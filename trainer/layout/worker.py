"""Lays out large or user-made diagrams in a process of its own, which can be killed when it takes too long.

Graphviz runs in C and cannot be interrupted; a topology that a user made can keep it busy for hours. The process is
started once and kept warm.
"""

import atexit
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Lock
from typing import TYPE_CHECKING, Any

from trainer.cloud.drill import Fixture, Link, Piece, Placement
from trainer.cloud.topology import Topology
from trainer.errors import UserError
from trainer.layout.engine import lay_out
from trainer.layout.geometry import Geometry
from trainer.layout.labels import label_lines
from trainer.layout.limits import check_size
from trainer.layout.measure import Measure
from trainer.layout.sizes import LABEL_SIZE, PLATE_SIZE, SECOND_LINE_SIZE

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

NODES_IN_PROCESS = 120
"""Containers and tiles up to which a diagram of our own is laid out at once."""

_HARMLESS = "Fontconfig"
_TOO_LONG = "the diagram could not be laid out within {timeout:g} s; make it smaller or remove links"
_DIED = "the diagram could not be laid out: the layout engine stopped ({reason}); make it smaller or simpler"

Job = Callable[..., Any]


def lay_out_safely(
    topology: Topology,
    placement: Placement,
    pieces: Mapping[str, Piece],
    *,
    fixtures: Sequence[Fixture] = (),
    links: Sequence[Link] = (),
    measure: Measure,
    capacity: Mapping[str, int] | None = None,
    timeout_s: float = 5.0,
    user_made: bool = False,
) -> Geometry:
    """Lays out a diagram as `lay_out` does; a large or user-made one in a process that is killed in time.

    Args:
        topology: the containers.
        placement: where the pieces are.
        pieces: the pieces by id.
        fixtures: tiles that are part of the scene.
        links: lines, drawn where both ends are placed.
        measure: how wide a text is.
        capacity: how many tiles a container keeps room for.
        timeout_s: how long the process may take.
        user_made: the topology is not one of ours.

    Raises:
        UserError: when the diagram is too large, takes too long, or stops the engine.
        ValueError: when the placement names a piece that is unknown.
    """
    check_size(topology, placement, pieces, fixtures, links)
    nodes = len(topology) + len(fixtures) + sum(len(where) for where in placement.values())
    if nodes <= NODES_IN_PROCESS and not user_made:
        return lay_out(topology, placement, pieces, fixtures=fixtures, links=links, measure=measure, capacity=capacity)
    # what is sent must be plain: a measure of Qt's, or a read-only mapping, cannot be
    options = {
        "fixtures": tuple(fixtures),
        "links": tuple(links),
        "measure": measured(topology, links, measure),
        "capacity": dict(capacity or {}),
    }
    arguments = (topology, dict(placement), dict(pieces))
    return _WORKER.run(lay_out, arguments, options, timeout_s)


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure that knows only the texts that were measured before; it can be sent to another process."""

    widths: Mapping[tuple[str, float, bool], float]

    def __call__(self, text: str, size: float, semibold: bool = False) -> float:  # noqa: FBT001, FBT002  # as Measure
        """The width of a text that was measured before."""
        return self.widths[text, size, semibold]


def measured(topology: Topology, links: Sequence[Link], measure: Measure) -> Measured:
    """Measures every text of a diagram that its layout depends on."""
    texts: list[tuple[str, float, bool]] = [(link.label, PLATE_SIZE, False) for link in links]
    for container in topology.values():
        first, *rest = label_lines(container)
        texts.append((first, LABEL_SIZE, True))
        texts += [(line, SECOND_LINE_SIZE, False) for line in rest]
    return Measured({text: measure(*text) for text in dict.fromkeys(texts)})


class Worker:
    """One process that does one job after the other; started when first needed, and again after it was killed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The process, if there is one."""
        return self._process.pid if self._process else None

    def run(self, job: Job, arguments: Sequence[Any], options: Mapping[str, Any], timeout_s: float) -> Any:
        """Runs a function of a module in the process and returns what it returns.

        Raises:
            UserError: when it takes too long or the process dies, and whenever the function raises it.
        """
        with self._lock:
            connection = self._start()
            try:
                connection.send((job, tuple(arguments), dict(options)))
                if not connection.poll(timeout_s):
                    self.stop()
                    raise UserError(_TOO_LONG.format(timeout=timeout_s))
                outcome, value = connection.recv()
            except (EOFError, OSError) as error:
                raise UserError(_DIED.format(reason=self._last_words())) from error
        if outcome == "done":
            return value
        if outcome == "noise":
            raise UserError(_DIED.format(reason=value))
        raise value

    def _start(self) -> Connection:
        if self._process is None or self._connection is None or not self._process.is_alive():
            self.stop()
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True, name="layout")
            process.start()
            self._process = process
            theirs.close()
        return self._connection

    def _last_words(self) -> str:
        """How the process ended."""
        process = self._process
        assert process is not None
        process.join(1.0)  # its end of the pipe closes a moment before it is gone
        code = process.exitcode
        self.stop()
        return f"exit code {code}"

    def stop(self) -> None:
        """Kills the process, if there is one."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None


def serve(connection: Connection) -> None:
    """What the process does: takes jobs until the other end is closed."""
    with tempfile.TemporaryFile() as said, suppress(EOFError, OSError, KeyboardInterrupt):
        os.dup2(said.fileno(), 2)  # the engine writes to the descriptor, past Python
        while True:
            job, arguments, options = connection.recv()
            connection.send(_outcome(job, arguments, options, said.fileno()))


def _outcome(job: Job, arguments: Sequence[Any], options: Mapping[str, Any], said: int) -> tuple[str, Any]:
    os.lseek(said, 0, os.SEEK_SET)
    os.ftruncate(said, 0)
    try:
        value = job(*arguments, **options)
    except Exception as error:  # noqa: BLE001  # it is raised again on the other side
        return "raised", error
    noise = complaints(os.pread(said, 4096, 0).decode(errors="replace"))
    return ("noise", noise) if noise else ("done", value)


def complaints(said: str) -> str:
    """What the engine complained about, as one line; Fontconfig's own warnings do not count."""
    lines = (line.strip() for line in said.splitlines())
    return "; ".join(line for line in lines if line and _HARMLESS not in line)


_WORKER = Worker()
"""One for the program: a warm process is worth keeping, and two would not be faster."""

atexit.register(_WORKER.stop)
