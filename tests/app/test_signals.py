"""What the program does where the system asks it to end."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.app.window import let_signals_close


def test_a_dialog_that_waits_does_not_keep_the_program_from_ending(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        let_signals_close(qapp, window)
        QTimer.singleShot(0, dialog, lambda: os.kill(os.getpid(), signal.SIGTERM))
        assert dialog.exec() == QDialog.DialogCode.Rejected
        assert not window.isVisible()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
