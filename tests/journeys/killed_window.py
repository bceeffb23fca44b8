"""A learner who drops pieces at random until killed; prints each event's uid once its feedback is on screen."""

import random
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from trainer.ui.robot import Robot
from trainer.ui.starting import make_application, open_window


def main(folder: str, seed: str) -> None:
    chance = random.Random(seed)
    make_application()
    window, store = open_window(Path(folder), motion=True)
    window.resize(1280, 800)
    window.show()
    window.open_drill("three-tier-two-zones", 2)
    robot = Robot(window)
    session = window.drill_presenter.session
    shown = 0
    print("ready", flush=True)
    while True:
        placed = [(piece, place) for piece, places in session.placement.items() for place in places]
        if session.question is not None:
            robot.answer_question(chance.randrange(3))
            continue
        left = [p for p in session.drill.pieces if robot.page.palette_list.row_rect(p).isValid()]
        if not left or (placed and chance.random() < 0.4):
            robot.move_tile(*chance.choice(placed), None)
        else:
            robot.drag_to(chance.choice(left), chance.choice(["vpc", "public-a", "app-b", "data-a", "data-b"]))
        QApplication.processEvents()
        for event in store.events(item="drill:three-tier-two-zones", after=shown):
            shown = event.seq
            print(event.uid, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
