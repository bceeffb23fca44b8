"""The page that opens first: what to do next, in minutes, and how it went."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from trainer.study.course_mode import Mode
from trainer.study.today import Proposal, Reason, Today
from trainer.tokens import SPACE
from trainer.ui.day_words import day_words, tell_firmer, tell_mixed_up
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.today.budget_bar import BudgetBar
from trainer.ui.today.catch_up_row import CatchUpRow
from trainer.ui.today.entries import explain, state_of, title_of, verb_of
from trainer.ui.today.forecast import ForecastStrip
from trainer.ui.today.plan_panel import PlanPanel
from trainer.ui.today.ways import DIAGNOSTIC, DiagnosticOffer, ModeLine, WaysRow

if TYPE_CHECKING:
    from trainer.study.planning.prospect import Prospect


_WIDEST = 860
_PICTURE = QSize(220, 176)
_PICTURE_AFTER_MS = 60

_MOST_OTHERS = 5
"""What is open beside the best: more would be a list to read, and the gallery is for that."""


class TodayPage(QScrollArea):
    """What is proposed, with one primary button.

    Signals:
        drill_wanted: a drill's id.
        drill_due: a drill's id and the variant to build, for what is to be done again.
        study_wanted: the cards.
        drills_wanted: the gallery of drills.
        way_wanted: another kind of session: `practice`, `exam` or `diagnostic`.
        learn_wanted: back to learning, from maintaining or archive.
        wish_changed: what the learner wants a day now.
        section_chosen: id of the section to begin next; empty for the order of the course.
        catch_up_wanted: days over which to clear what is overdue; 0 to stop doing so.
    """

    drill_wanted = Signal(str)
    drill_due = Signal(str, object)
    study_wanted = Signal()
    drills_wanted = Signal()
    way_wanted = Signal(str)
    learn_wanted = Signal()
    wish_changed = Signal(object)
    section_chosen = Signal(str)
    catch_up_wanted = Signal(int)

    def __init__(self, look: Look, picture_of: Callable[[str, QSize], QPixmap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture_of = picture_of
        self._picture: QLabel | None = None
        self._pictured = ""
        self._primary: QPushButton | None = None
        look.changed.connect(self._paint_picture)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_today(self, today: Today, *, planning: bool = False) -> None:
        """Shows the plan of the day.

        Args:
            today: what it is.
            planning: the learner is at the panel of the plan, which stays open, in view and with the keyboard.
        """
        held = self.plan_panel.held if planning else None
        at = self.verticalScrollBar().value()
        self._picture = self._primary = None  # they belong to the sheet that is replaced now
        inside = _Inside()
        inside.setObjectName("page")
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        sheet = QWidget(inside)
        sheet.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        self._add_plan(column, today, planning=planning)
        self._add_more(column, today)
        column.addStretch(1)
        self.setWidget(inside)
        if held is not None:
            self.plan_panel.hold(held)
            self.verticalScrollBar().setValue(at)

    def _add_plan(self, column: QVBoxLayout, today: Today, *, planning: bool) -> None:
        """What to do now, and how much a day."""
        column.addLayout(self._make_head(today))
        if today.mode is not Mode.LEARN:
            line = ModeLine(today.mode)
            line.back_wanted.connect(self.learn_wanted)
            column.addWidget(line)
        if today.best is not None:
            column.addWidget(self._make_best(today.best))
            if today.best.reason is Reason.FIRST:
                offer = DiagnosticOffer()
                offer.wanted.connect(lambda: self.way_wanted.emit(DIAGNOSTIC))
                column.addWidget(offer)
        self.catch_up = CatchUpRow()
        self.catch_up.days_chosen.connect(self.catch_up_wanted)
        column.addWidget(self.catch_up)
        self.plan_panel = PlanPanel(is_open=planning)
        self.plan_panel.show_wish(today.plan.wish, today.plan.day)
        self.plan_panel.wish_changed.connect(self.wish_changed)
        self.plan_panel.section_chosen.connect(self.section_chosen)
        column.addWidget(self.plan_panel)

    def _add_more(self, column: QVBoxLayout, today: Today) -> None:
        """What the day brought, what else there is, and what comes."""
        if today.answers:
            column.addWidget(self._make_review(today))
        if today.drops or today.solved or today.answers:
            column.addLayout(self._make_figures(today))
        if today.others:
            column.addSpacing(2 * SPACE)
            column.addWidget(make_label(self.tr("Also open"), "heading"))
            for proposal in today.others[:_MOST_OTHERS]:
                column.addWidget(self._make_row(proposal))
        if today.drills:
            text = self.tr("All {drills} drills").format(drills=today.drills)
            row = QHBoxLayout()
            row.addWidget(make_button(text, self.drills_wanted.emit, role="link"))
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._make_forecast())
        column.addSpacing(2 * SPACE)
        self.ways = WaysRow()
        self.ways.way_wanted.connect(self.way_wanted)
        column.addWidget(self.ways)

    def show_prospect(self, prospect: "Prospect") -> None:
        """Shows what comes of the plan, once it was worked out."""
        from trainer.study.planning.prospect import days_of  # noqa: PLC0415  # the first paint needs none of it

        self.plan_panel.show_prospect(prospect)
        self.catch_up.show_prospect(prospect)
        self.strip.show_days(days_of(prospect), prospect.wish.minutes)
        self._forecast.setVisible(any(one.due + one.new for one in prospect.ahead))

    def _make_head(self, today: Today) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(make_label(self._greet(today), "hero"))
        if today.best is None or today.best.reason is not Reason.FIRST:
            spent, wanted = today.plan.spent_s / 60, today.plan.wish.minutes
            text = self.tr("{spent} of {minutes} minutes today").format(spent=round(spent), minutes=wanted)
            head.addWidget(make_label(text, "muted"))
            head.addWidget(BudgetBar(self._look, spent / wanted))
        return head

    def _make_review(self, today: Today) -> QFrame:
        """What got firmer, what was mixed up, when next."""
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(5 * SPACE, 3 * SPACE, 5 * SPACE, 3 * SPACE)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Firmer"), tell_firmer(today.firmer)),
            (self.tr("Mixed up"), tell_mixed_up(today.mixed_up)),
            (self.tr("Next"), self._tell_next(today)),
        )
        for number, (name, text) in enumerate(rows):
            grid.addWidget(make_label(name, "heading"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(make_label(text, wrap=True), number, 1)
        return card

    def _tell_next(self, today: Today) -> str:
        if today.next_day is None:
            return self.tr("Nothing is waiting.")
        cards = self.tr("1 card") if today.next_count == 1 else self.tr("{n} cards").format(n=today.next_count)
        return self.tr("{cards} {day}.").format(cards=cards, day=day_words(today.next_day, today.plan.day))

    def _greet(self, today: Today) -> str:
        if today.mode is Mode.ARCHIVE:
            return self.tr("All is quiet")
        if today.best is None:
            return self.tr("There is nothing to do yet")
        if today.best.reason is Reason.FIRST:
            return self.tr("Welcome. Build your first network in a minute.")
        return self.tr("Next best: about {minutes} min").format(minutes=today.best.minutes)

    def _make_best(self, best: Proposal) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        halves = QHBoxLayout(card)
        halves.setContentsMargins(6 * SPACE, 5 * SPACE, 4 * SPACE, 5 * SPACE)
        halves.setSpacing(6 * SPACE)
        column = QVBoxLayout()
        halves.addLayout(column, 1)
        if best.drill is not None:
            halves.addWidget(self._make_picture(card, best.drill.id))
        column.setSpacing(2 * SPACE)
        column.addStretch(1)
        column.addWidget(make_label(title_of(best), "title", wrap=True))
        column.addWidget(make_label(explain(best), wrap=True))
        column.addSpacing(SPACE)
        button = make_button(verb_of(best), lambda: self._want(best), role="primary")
        button.setIcon(self._look.icon("play", "on.accent"))
        button.setAccessibleDescription(title_of(best))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addSpacing(2 * SPACE)
        row.addWidget(make_label(self._minutes(best), "muted"))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._primary = button
        return card

    def _make_picture(self, card: QFrame, drill: str) -> QLabel:
        self._picture = QLabel(card)
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pictured = drill
        QTimer.singleShot(_PICTURE_AFTER_MS, self, self._paint_picture)
        return self._picture

    def _want(self, proposal: Proposal) -> None:
        if proposal.drill is None:
            self.study_wanted.emit()
        elif proposal.reason in (Reason.SKILLS, Reason.AGAIN):
            self.drill_due.emit(proposal.drill.id, proposal.variant)
        else:
            self.drill_wanted.emit(proposal.drill.id)

    def _minutes(self, proposal: Proposal) -> str:
        return self.tr("about {minutes} min").format(minutes=proposal.minutes)

    def _paint_picture(self) -> None:
        """Draws the topology once everything else is on screen: it loads the layout engine."""
        if self._picture is not None and self._pictured:
            self._picture.setPixmap(self._picture_of(self._pictured, _PICTURE))

    def focus_primary(self) -> None:
        """Puts the keyboard on the one button that matters."""
        if self._primary is not None:
            self._primary.setFocus()

    def _make_figures(self, today: Today) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        solved = self.tr("{solved} of {drills}").format(solved=today.solved, drills=today.drills)
        figures = [(solved, self.tr("drills solved"))]
        if today.answers:
            known = self.tr("{known} of {answers}").format(known=today.known, answers=today.answers)
            figures.append((known, self.tr("cards known today")))
        if today.drops:
            right = self.tr("{right} of {drops}").format(right=today.right_drops, drops=today.drops)
            figures.append((right, self.tr("drops right today")))
        figures.append((str(today.active_days), self.tr("active days of the last 30")))
        for value, name in figures:
            card = QFrame()
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(5 * SPACE, 3 * SPACE, 5 * SPACE, 3 * SPACE)
            column.setSpacing(0)
            column.addWidget(make_label(value, "figure"))
            column.addWidget(make_label(name, "muted"))
            row.addWidget(card, 1)
        return row

    def _make_row(self, proposal: Proposal) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(make_label(title_of(proposal), "strong", wrap=True))
        text.addWidget(make_label(f"{state_of(proposal)} · {self._minutes(proposal)}", "muted", wrap=True))
        row.addLayout(text, 1)
        open_it = make_button(self.tr("Open"), lambda: self._want(proposal))
        open_it.setAccessibleDescription(title_of(proposal))
        row.addWidget(open_it)
        return card

    def _make_forecast(self) -> QFrame:
        self._forecast = QFrame()
        self._forecast.setProperty("role", "card")
        column = QVBoxLayout(self._forecast)
        column.setContentsMargins(5 * SPACE, 3 * SPACE, 5 * SPACE, 3 * SPACE)
        column.addWidget(make_label(self.tr("Minutes on the next days"), "heading"))
        self.strip = ForecastStrip(self._look, self._forecast)
        column.addWidget(self.strip)
        text = self.tr("Filled: what comes back. Hollow: what is new. The dashed line is what you wanted.")
        column.addWidget(make_label(text, "small", wrap=True))
        self._forecast.hide()
        return self._forecast


class _Inside(QWidget):
    """What is scrolled. It is as high as its width makes it: lines wrapped at their narrowest would add empty room."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
