"""Playing a drill by its session, shortly."""

from random import Random


class Lucky(Random):
    """Draws the lowest number whenever a share decides."""

    def random(self):
        return 0.0


class Unlucky(Random):
    """Draws the highest number whenever a share decides."""

    def random(self):
        return 0.999


def solve(session, but=()):
    """Puts everything where the model answer has it, but these pieces or lines."""
    for piece, places in session.drill.solution.items():
        for place in places:
            if piece not in but:
                session.place(piece, place)


def payloads(notebook, kind):
    """What the log says of the events of a kind."""
    return [new.payload for new, _ in notebook.written if new.kind == kind]


def drop_wrongly(session, piece, *places):
    """Drops a piece into one place after another, answering what is asked, so that it can move on."""
    source = next(iter(session.placement.get(piece, ())), None)
    for place in places:
        if session.question is not None:
            session.answer_question(session.question.right)
        assert session.place(piece, place, source) is not None
        source = place
