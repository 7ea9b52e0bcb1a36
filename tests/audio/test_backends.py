"""What playsound3 finds to play with."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from kinetic_home.audio.backends import find_backends, has_output


class _PlaysoundError(Exception):
    pass


@pytest.fixture
def playsound3(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stand in for the library, which would ask this computer's programs."""
    module = ModuleType("playsound3")
    played: list[tuple[Path, bool, str]] = []

    def playsound(sound: Path, *, block: bool, backend: str) -> object:
        if backend == "broken":
            raise _PlaysoundError("cannot")
        played.append((sound, block, backend))
        return object()

    vars(module).update(
        AVAILABLE_BACKENDS=["gstreamer", "ffplay"],
        DEFAULT_BACKEND="gstreamer",
        PlaysoundException=_PlaysoundError,
        playsound=playsound,
        played=played,
    )
    monkeypatch.setitem(sys.modules, "playsound3", module)
    monkeypatch.setenv("PULSE_SERVER", "some-other-computer")
    return module


def test_the_order_of_playsound3_stands(playsound3: ModuleType):
    assert [backend.name for backend in find_backends()] == ["gstreamer", "ffplay"]


def test_the_backend_that_a_person_chose_comes_first(playsound3: ModuleType):
    vars(playsound3)["DEFAULT_BACKEND"] = "alsa"
    assert [backend.name for backend in find_backends()] == ["alsa", "gstreamer", "ffplay"]


def test_without_any_there_is_none(playsound3: ModuleType):
    vars(playsound3).update(AVAILABLE_BACKENDS=[], DEFAULT_BACKEND=None)
    assert find_backends() == []


def test_a_library_that_cannot_be_imported_is_no_backend(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "playsound3", None)
    monkeypatch.setenv("PULSE_SERVER", "some-other-computer")
    assert find_backends() == ()


def test_a_file_is_played_by_its_whole_path_and_not_waited_for(playsound3: ModuleType, tmp_path: Path):
    file = tmp_path / "a.wav"
    file.touch()
    find_backends()[1].play(file)
    assert vars(playsound3)["played"] == [(file.resolve(), False, "ffplay")]


def test_a_file_that_is_not_there_is_an_os_error(playsound3: ModuleType, tmp_path: Path):
    with pytest.raises(OSError, match="gone"):
        find_backends()[0].play(tmp_path / "gone.wav")


def test_what_playsound3_refuses_is_an_os_error(playsound3: ModuleType, tmp_path: Path):
    vars(playsound3)["AVAILABLE_BACKENDS"] = ["broken"]
    file = tmp_path / "a.wav"
    file.touch()
    with pytest.raises(OSError, match="cannot"):
        find_backends()[1].play(file)


@pytest.mark.skipif(sys.platform != "linux", reason="asks what only Linux has")
def test_without_a_sound_server_and_a_card_there_is_no_backend(playsound3: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    assert find_backends() == ()


def test_a_sound_server_on_another_computer_is_trusted(tmp_path: Path):
    assert has_output({"PULSE_SERVER": "tcp:music-room:4713"}, tmp_path)


@pytest.mark.parametrize("socket", ["pulse/native", "pipewire-0"])
def test_the_socket_of_a_sound_server_is_an_output(tmp_path: Path, socket: str):
    place = tmp_path / "runtime" / socket
    place.parent.mkdir(parents=True)
    place.touch()
    assert has_output({"XDG_RUNTIME_DIR": str(tmp_path / "runtime")}, tmp_path)


@pytest.mark.parametrize(
    ("cards", "output"),
    [(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", True), ("--- no soundcards ---\n", False), (None, False)],
)
def test_a_sound_card_is_an_output(tmp_path: Path, cards: str | None, output: bool):
    if cards is not None:
        (tmp_path / "proc" / "asound").mkdir(parents=True)
        (tmp_path / "proc" / "asound" / "cards").write_text(cards)
    assert has_output({}, tmp_path) is output
