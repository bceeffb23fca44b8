"""What the parts of the window share: content, store, and the ways from one page to another."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from trainer.library.shelf import Library
from trainer.store.opening import Store
from trainer.ui.look import Look
from trainer.ui.notice import NoticeBar


@dataclass(frozen=True, slots=True)
class Frame:
    """The window, as far as its parts need it.

    Attributes:
        window: the parent of dialogs.
        page: gives a page by its name, made on the first visit.
        show: brings a page to the front as it was left, under an entry of the sidebar.
        go: opens a page of the window anew.
        report_fault: asks what is wrong with something, as `MainWindow.report_fault` says.
    """

    window: QWidget
    look: Look
    library: Library
    store: Store
    notice: NoticeBar
    page: Callable[[str, Callable[[], QWidget]], QWidget]
    show: Callable[[str, str], None]
    go: Callable[[str], None]
    report_fault: Callable[[str, str], None]
