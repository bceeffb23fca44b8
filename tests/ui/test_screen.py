import socket

from trainer.ui.screen import missing_screen


def test_other_systems_always_have_a_screen():
    assert missing_screen({}, "win32") is None
    assert missing_screen({}, "darwin") is None


def test_linux_without_display_has_none():
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in missing_screen({}, "linux")


def test_a_chosen_platform_is_trusted():
    assert missing_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


def test_a_display_that_does_not_answer_is_told():
    assert missing_screen({"DISPLAY": ":987"}, "linux") == "the screen ':987' does not answer"
    assert missing_screen({"DISPLAY": "nonsense"}, "linux") == "the screen 'nonsense' does not answer"


def test_a_wayland_socket_that_answers_is_a_screen(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()

        assert missing_screen({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux") is None
