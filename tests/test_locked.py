"""A lock over real wheels: installed again nothing changes; one changed file, or another version, is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from building import build, build_as, next_minor, version_of
from environments import Environment
from paths import DIGID, ROOT

ABRO = ROOT / "plugins/abro"
NOW, NEXT = str(version_of(ABRO)), next_minor(version_of(ABRO))
ON = ("--on", "2026-06-25")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made, work = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("work")
    build(ROOT / "core", made)
    build(ABRO, made)
    build_as(ABRO, NEXT, made, work)
    return made


@pytest.fixture
def environment(wheels: Path, tmp_path: Path) -> Environment:
    """An environment with the core and ABRO, and a locked profile beside it."""
    made = Environment(tmp_path / "environment", wheels)
    assert made.install(f"bestek-abro=={NOW}").status == 0
    profile = tmp_path / "bestek.toml"
    options = ("--name", "Logius", "--kind", "agency", "--shared", "--regulation", "abro")
    assert made.bestek("init", *options, "-o", str(profile)).status == 0
    assert made.bestek("profile", "lock", "--profile", str(profile)).status == 0
    return made


def locked(environment: Environment) -> tuple[int, str, str]:
    profile = str(environment.folder.parent / "bestek.toml")
    return environment.bestek("assess", str(DIGID), *ON, "--profile", profile, "--locked", "--format", "json")


def site(environment: Environment) -> Path:
    (found,) = environment.folder.glob("lib/python*/site-packages")
    return found


def test_the_same_wheel_installed_again_gives_the_same_bytes(environment: Environment) -> None:
    first = locked(environment)
    assert first[0] == 3
    for folder in (*site(environment).glob("bestek_abro*"), *site(environment).glob("bestek-*.dist-info")):
        shutil.rmtree(folder)
    shutil.rmtree(site(environment) / "bestek")
    assert environment.install(f"bestek-abro=={NOW}").status == 0
    assert locked(environment) == first


@pytest.mark.parametrize("file", ["bestek_abro/cloud.py", "bestek/parameters.toml", "bestek/extra.py"])
def test_a_changed_file_in_site_packages_is_noticed(environment: Environment, file: str) -> None:
    with (site(environment) / file).open("a", encoding="utf-8") as end:
        end.write("# a comment\n")
    status, shown, said = locked(environment)
    package = file.partition("/")[0].replace("_", "-")
    assert (status, shown) == (2, "")
    assert f'"path": "packages.{package}"' in said
    assert '"code": "changed_files"' in said


def test_another_version_is_refused_and_works_without_the_lock(environment: Environment) -> None:
    assert environment.install(f"bestek-abro=={NEXT}").status == 0
    status, shown, said = locked(environment)
    assert (status, shown) == (2, "")
    assert f'"found": "{NEXT}"' in said
    assert f'"{NOW}"' in said
    profile = str(environment.folder.parent / "bestek.toml")
    assert environment.bestek("assess", str(DIGID), *ON, "--profile", profile).status == 3
    assert environment.bestek("profile", "verify", "--profile", profile).status == 1


def test_an_installed_program_that_ran_is_still_as_it_was_locked(environment: Environment) -> None:
    """Running writes compiled code beside the modules; that is no change."""
    assert locked(environment)[0] == 3
    assert list((site(environment) / "bestek").rglob("__pycache__"))
    assert locked(environment)[0] == 3
