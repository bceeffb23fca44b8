"""Level 0: the drill is solved step by step, with a reason for each."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from trainer.cloud.drill import Placement
from trainer.study.worked import WorkedStep
from trainer.ui.drill.page import DrillPage


class Watcher:
    """Shows one step after the other.

    Args:
        page: where they are shown.
        steps: the whole solution.
        show: draws what is in place after a step.
        build: the learner goes on to do it himself; says whether all was watched.
    """

    def __init__(
        self,
        page: DrillPage,
        steps: tuple[WorkedStep, ...],
        show: Callable[[Placement], None],
        build: Callable[[], None],
    ) -> None:
        self._page = page
        self._steps = steps
        self._show = show
        self._build = build
        self._done = 0

    @property
    def placement(self) -> Placement:
        """What is in place so far."""
        return self._steps[self._done - 1].placement if self._done else {}

    def begin(self) -> None:
        """Says what will happen."""
        text = self._tr("{steps} steps, a reason for each. Then it is your turn.").format(steps=len(self._steps))
        self._page.asking.tell(
            self._tr("Watch how it is built"), text, (self._tr("First step"), self._tr("Build it yourself"))
        )

    def press(self, number: int) -> None:
        """The first button shows the next step; the other one, and the last step, lead to building."""
        if number > 0 or self._done == len(self._steps):
            self._build()
            return
        step = self._steps[self._done]
        self._done += 1
        self._show(step.placement)
        title = f"{self._done}/{len(self._steps)}: {step.text}"
        if self._done == len(self._steps):
            buttons: tuple[str, ...] = (self._tr("Now build it yourself"),)
        else:
            buttons = (self._tr("Next step"), self._tr("Build it yourself"))
        self._page.asking.tell(title, step.reason, buttons)
        self._page.view.announce(f"{title} {step.reason}")

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Watcher", text)
