"""Everything that is found by looking has a file of its own, named by its id: where is the owl? In owl.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from dreamplayer.catalogue import _collect_one_a_file, elements, sounds
from dreamplayer.drawing.element import Element
from dreamplayer.errors import CatalogueError

HOMES = {
    **{f"element {name}": (name, element.draw.__module__) for name, element in elements().items()},
    **{f"sound {name}": (name, sound.play.__module__) for name, sound in sounds().items()},
}
EMPTY = '"""Nothing."""\n'
DRAWN = '''"""A thing."""

from dreamplayer.drawing.element import element


@element("prop", 1.0)
def {name}(moment):
    """A thing."""
    return ()
'''


@pytest.mark.parametrize("home", HOMES)
def test_a_thing_is_declared_in_the_file_of_its_name(home: str) -> None:
    """Element or sound: `<family>/<id>.py`, a hyphen of the id written as an underscore."""
    name, module = HOMES[home]
    package, folder, family, file = module.split(".")
    assert (package, folder) == ("dreamplayer", f"{home.split()[0]}s")
    assert not family.startswith("_")
    assert file == name.replace("-", "_")


def _package(root: Path, name: str, files: dict[str, str]) -> str:
    """A package with one family of things, for the catalogue to look into."""
    family = root / name / "family"
    family.mkdir(parents=True)
    for folder in (root / name, family):
        (folder / "__init__.py").write_text(EMPTY)
    for file, text in files.items():
        (family / f"{file}.py").write_text(text)
    return name


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"bell": DRAWN.format(name="gong")}, "gong"),
        ({"bell": DRAWN.format(name="bell") + DRAWN.format(name="gong")}, "gong"),
        ({"bell": DRAWN.format(name="bell"), "gong": EMPTY}, "no element"),
    ],
    ids=["another name", "two things", "nothing"],
)
def test_a_file_with_another_thing_in_it_is_refused(
    files: dict[str, str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file not named by its one thing is told of by name; nothing is silently left out."""
    monkeypatch.syspath_prepend(tmp_path)
    package = _package(tmp_path, f"found_{tmp_path.name}", files)
    with pytest.raises(CatalogueError, match=told):
        _collect_one_a_file(package, Element)


def test_what_a_family_shares_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders that begin with an underscore hold no thing of their own."""
    monkeypatch.syspath_prepend(tmp_path)
    package = _package(tmp_path, "found_shared", {"bell": DRAWN.format(name="bell"), "_bronze": EMPTY})
    assert list(_collect_one_a_file(package, Element)) == ["bell"]
