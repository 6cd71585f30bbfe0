"""The commands on profiles: what they write, say and end with, in both languages and as JSON."""

from __future__ import annotations

import io
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli
from profiles import CHILD, PARAMETERS, TOY_CHOSEN, WAIVER, write, write_toy

from bestek import _digests, _lock
from bestek._digests import fresh_digest_of
from bestek.cli import run

AGENCY = "[organisation]\nkind = 'agency'\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def toy(plugins: Path, install: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented law, installed; a folder of one's own; and a day that is always the same."""
    write_toy(plugins, module="plugin_toy")
    monkeypatch.chdir(tmp_path)
    for module in ("_common", "_profile", "init", "profile", "assess"):
        __import__(f"bestek.cli.{module}")
        monkeypatch.setattr(f"bestek.cli.{module}.today", lambda: _day("2026-10-01"))

    def digest_of(name: str) -> str | None:
        return "0" * 64 if name == "bestek" else fresh_digest_of(name)

    monkeypatch.setattr(_lock, "fresh_digest_of", digest_of)
    _digests.digest_of.cache_clear()
    return plugins


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


@pytest.fixture
def bestek(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line; give its status, what it showed and what it said. Dutch unless it says otherwise."""

    def run_one(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        monkeypatch.setattr("sys.argv", ["bestek", *arguments])
        status = run(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_one


def procurement(folder: Path, text: str = "title = 'A'\n", name: str = "file.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


DONE = "[documents]\ndpia = true\n[service]\nstorage_countries = ['NL']\naccess_countries = []\n"


# Which profile --------------------------------------------------------------------------------------------


def test_the_option_goes_before_the_variable_and_that_before_the_folder(
    bestek: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = procurement(tmp_path)
    for name in ("bestek", "variable", "option"):
        write(tmp_path, **{name: f"[profile]\nname = '{name}'\n{TOY_CHOSEN}"})

    def profile(*more: str) -> Any:
        return json.loads(bestek("assess", file, "--format", "json", *more)[1])["profile"]

    assert profile()["name"] == "bestek"
    monkeypatch.setenv("BESTEK_PROFILE", "variable.toml")
    assert profile()["name"] == "variable"
    assert profile("--profile", "option.toml")["name"] == "option"
    assert profile("--no-profile") is None


def test_a_profile_is_not_looked_for_in_a_folder_above(
    bestek: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, bestek=TOY_CHOSEN)
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert json.loads(bestek("assess", procurement(inner), "--format", "json")[1])["profile"] is None
    assert bestek("profile", "show")[0] == 2


@pytest.mark.parametrize(
    "command",
    [["assess", "F"], ["explain", "F", "DPIA"], ["questions", "F"], ["rule", "DPIA"], ["facts"], ["new", "-"]],
)
def test_every_command_that_judges_uses_the_profile(bestek: Run, tmp_path: Path, command: list[str]) -> None:
    file = procurement(tmp_path)
    write(tmp_path, bestek="[regulations]\nnowhere = {}\n")
    arguments = [file if part == "F" else part for part in command]
    status, _, said = bestek(*arguments)
    assert status == 2
    assert "nowhere" in said
    assert bestek(*arguments, "--no-profile")[0] in (0, 3)


def test_a_profile_and_no_profile_do_not_go_together(bestek: Run, tmp_path: Path) -> None:
    status, _, said = bestek("assess", procurement(tmp_path), "--profile", "x.toml", "--no-profile")
    assert (status, said) == (2, "Fout: --profile en --no-profile gaan niet samen\n")


def test_a_profile_that_is_named_must_be_there(bestek: Run, tmp_path: Path) -> None:
    status, shown, said = bestek("assess", procurement(tmp_path), "--profile", "x.toml")
    assert (status, shown) == (2, "")
    assert said.startswith("Fout: x.toml  kan dit bestand niet lezen")


def test_faults_of_a_profile_are_json_too(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek="[regulations]\ntoy = { mode = 'x' }\n")
    status, shown, said = bestek("assess", procurement(tmp_path), "--format", "json")
    (problem,) = json.loads(said)["problems"]
    assert (status, shown) == (2, "")
    assert problem == {
        "code": "unknown_choice",
        "file": "bestek.toml",
        "path": "regulations.toy.mode",
        "line": 2,
        "found": '"x"',
        "allowed": ["outlook", "advisory", "binding"],
        "nearest": None,
    }


def test_the_language_of_the_profile_goes_before_that_of_the_locale(
    bestek: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    write(tmp_path, bestek="[profile]\nlanguage = 'en'\n" + TOY_CHOSEN)
    file = procurement(tmp_path)
    assert "Assessed on" in bestek("assess", file)[1]
    assert "Peildatum" in bestek("assess", file, "--language", "nl")[1]
    monkeypatch.setenv("BESTEK_LANGUAGE", "nl")
    assert "Peildatum" in bestek("assess", file)[1]


def test_a_parent_elsewhere_is_named_on_the_command_line(bestek: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    write(tmp_path, parent=TOY_CHOSEN)
    write(tmp_path / "mine", bestek="[profile]\nextends = ['../parent.toml']\n")
    file = procurement(tmp_path)
    status, _, said = bestek("assess", file, "--profile", "mine/bestek.toml")
    assert status == 2
    assert "--parent parent.toml" in said
    assert bestek("assess", file, "--profile", "mine/bestek.toml", "--parent", "parent.toml")[0] == 3


def test_what_an_owner_should_know_is_said_beside_the_result(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN + WAIVER)
    file = procurement(tmp_path)
    _, _, said = bestek("assess", file, "--on", "2027-02-01")
    assert said == (
        "Let op: bestek.toml:10: waivers[0].expires (toy/REVIEW): de ontheffing werkt niet meer vanaf 2027-03-01\n"
    )
    status, shown, said = bestek("assess", file, "--on", "2027-02-01", "--format", "json")
    assert [warning["code"] for warning in json.loads(said)["warnings"]] == ["waiver_ends_soon"]
    assert json.loads(shown)["verdict"]
    status, shown, said = bestek("assess", file, "--on", "2027-03-01")
    assert (status, shown) == (2, "")


# Locked ---------------------------------------------------------------------------------------------------


def test_locked_accepts_what_was_locked_and_refuses_what_changed(bestek: Run, tmp_path: Path, toy: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN + AGENCY)
    file = procurement(tmp_path, DONE + "[exit]\nreviewed_on = 2026-09-01\n")
    assert bestek("assess", file, "--locked")[0] == 2  # there is no lock yet
    assert bestek("profile", "lock") == (0, "", "bestek.lock is geschreven: 2 pakketten vergrendeld.\n")
    assert bestek("assess", file, "--locked")[0] == 0
    assert bestek("profile", "verify") == (0, "Alles is zoals vergrendeld.\n", "")
    (toy / "plugin_toy.toml").write_text(PARAMETERS + "# note\n")
    status, shown, said = bestek("assess", file, "--locked")
    changed = "bestek.lock: packages.bestek-toy"
    assert (status, shown) == (2, "")
    assert said == f"Fout: {changed}  de bestanden van versie 1.2.3 zijn veranderd\n"
    assert bestek("assess", file)[0] == 0  # who does not ask for the lock is not held to it
    assert bestek("profile", "verify") == (1, f"{changed}: de bestanden van versie 1.2.3 zijn veranderd\n", "")
    found = json.loads(bestek("profile", "verify", "--format", "json")[1])["differences"]
    assert [(one["code"], one["path"]) for one in found] == [("changed_files", "packages.bestek-toy")]


def test_locked_without_a_profile_is_refused(bestek: Run, tmp_path: Path) -> None:
    file = procurement(tmp_path)
    for more in ([], ["--no-profile"]):
        status, shown, said = bestek("assess", file, "--locked", *more)
        assert (status, shown) == (2, "")
        assert said == "Fout: er is geen profiel: bestek.toml bestaat niet\n"


def test_verify_says_that_a_lock_was_edited(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN)
    bestek("profile", "lock")
    lock = tmp_path / "bestek.lock"
    lock.write_text(lock.read_text().replace("1.2.3", "1.2.4"))
    status, shown, _ = bestek("profile", "verify", "--language", "en")
    assert (status, shown) == (1, "bestek.lock: the lock was edited by hand; make it anew with: bestek profile lock\n")


def test_a_version_that_the_profile_no_longer_admits_differs_from_the_lock(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek="[regulations]\ntoy = { version = '<2' }\n")
    bestek("profile", "lock")
    write(tmp_path, bestek="[regulations]\ntoy = { version = '>=2' }\n")
    assert bestek("profile", "verify")[0] == 1


def test_verify_without_a_lock_is_bad_usage(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN)
    assert bestek("profile", "verify")[0] == 2


def test_a_lock_can_be_shown_as_json(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN)
    status, shown, said = bestek("profile", "lock", "--format", "json")
    made = json.loads(shown)
    assert (status, said, made["file"]) == (0, "", "bestek.lock")
    assert tomli.loads((tmp_path / "bestek.lock").read_text())["digest"] == made["digest"]


# New profiles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_init_from_options_alone_writes_a_profile_that_works(bestek: Run, tmp_path: Path, language: str) -> None:
    status, shown, said = bestek("init", "--name", 'Logius "X"', "--kind", "agency", "--language", language)
    assert (status, shown) == (0, "")
    assert "bestek.toml" in said
    made = tomli.loads((tmp_path / "bestek.toml").read_text(encoding="utf-8"))
    assert made == {
        "profile": {"name": 'Logius "X"', "language": language},
        "organisation": {"name": 'Logius "X"', "kind": "agency"},
        "regulations": {"toy": {"version": ">=1.2.3,<2"}},
    }
    assert bestek("assess", procurement(tmp_path))[0] == 3


def test_every_comment_of_a_new_profile_can_be_used_as_it_stands(bestek: Run, tmp_path: Path) -> None:
    bestek("init", "--name", "X", "--kind", "agency")
    path = tmp_path / "bestek.toml"
    made = path.read_text(encoding="utf-8")
    assert all(part in made for part in ("# [facts.toy]", "# adopted = ", "# [[waivers]]"))
    assert all(
        part in made for part in ("# review_months = 12 #", "# watched = [] #", "# offensive_cyber_countries = [")
    )
    commented = [
        line for line in made.splitlines() if (line.startswith(("# [", "# ")) and " = " in line) or "# [" in line[:3]
    ]
    used = "\n".join(
        line.removeprefix("# ") if line in commented and not line.startswith("# extends") else line
        for line in made.splitlines()
    )
    path.write_text(used, encoding="utf-8")
    assert bestek("profile", "show", "--on", "2026-03-01")[0] == 0
    found = tomli.loads(used)
    assert (found["parameters"]["toy"]["review_months"], found["waivers"][0]["rule"]) == (12, "toy/REVIEW")


def test_init_proposes_what_binds_such_a_body_and_leaves_the_rest_in_a_comment(bestek: Run, tmp_path: Path) -> None:
    """The invented law does not say that it leaves a municipality alone: it may follow it. Its neighbour does."""
    write_toy(Path(tmp_path / "plugins"), "game", module="plugin_game")
    source = tmp_path / "plugins/plugin_game.py"
    source.write_text(source.read_text().replace(" | Toy.adopted", ""), encoding="utf-8")
    from kit import forget_plugins

    forget_plugins()
    assert bestek("init", "--name", "X", "--kind", "municipality")[0] == 0
    made = (tmp_path / "bestek.toml").read_text(encoding="utf-8")
    assert tomli.loads(made)["regulations"].keys() == {"toy"}
    assert '\n# game = { version = ">=1.2.3,<2" }' in made
    assert bestek("init", "--name", "X", "--kind", "agency", "--force")[0] == 0
    assert tomli.loads((tmp_path / "bestek.toml").read_text())["regulations"].keys() == {"game", "toy"}


def test_init_asks_what_no_option_gives(bestek: Run, tmp_path: Path) -> None:
    status, shown, said = bestek("init", typed="Logius\nagency\nja\n")
    assert (status, shown) == (0, "")
    assert tomli.loads((tmp_path / "bestek.toml").read_text())["organisation"] == {"name": "Logius", "kind": "agency"}
    assert "Welke soort is de uwe?" in said
    assert "agentschap" in said


@pytest.mark.parametrize(("answer", "status"), [("nee", 2), ("", 0), ("x\nj", 0)])
def test_a_regulation_can_be_declined(bestek: Run, answer: str, status: int) -> None:
    assert bestek("init", typed=f"Logius\nagency\n{answer}\n")[0] == status


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--name", "X"], "--kind ontbreekt"),
        (["--kind", "agency"], "--name ontbreekt"),
        (["--name", "X", "--kind", "agencie"], '"agencie" kan hier niet'),
        (["--name", "X", "--kind", "agency", "--regulation", "tooy"], "pip install bestek-tooy"),
        (["--name", "X", "--kind", "agency", "--extends", "no.toml"], "no.toml"),
    ],
)
def test_init_with_bad_options_writes_nothing(bestek: Run, tmp_path: Path, options: list[str], found: str) -> None:
    status, _, said = bestek("init", *options)
    assert status == 2
    assert found in said
    assert not (tmp_path / "bestek.toml").exists()


def test_init_does_not_write_over_a_profile(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek="# mine\n")
    assert bestek("init", "--name", "X", "--kind", "agency")[0] == 2
    assert (tmp_path / "bestek.toml").read_text() == "# mine\n"


def test_a_profile_that_bodies_share_leaves_name_and_kind_to_their_files(bestek: Run, tmp_path: Path) -> None:
    assert bestek("init", "--name", "X", "--kind", "agency", "--shared")[0] == 0
    text = (tmp_path / "bestek.toml").read_text()
    assert tomli.loads(text).keys() == {"profile", "regulations"}
    assert '# kind = "agency"' in text


def test_init_can_extend_a_parent(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, parent=TOY_CHOSEN)
    assert bestek("init", "--name", "X", "--kind", "agency", "--extends", "parent.toml")[0] == 0
    assert tomli.loads((tmp_path / "bestek.toml").read_text())["profile"]["extends"] == ["parent.toml"]


# Editing --------------------------------------------------------------------------------------------------

LAID_OUT = """# our profile
[profile]   # who
name = "X"

[regulations]
# because
toy = { version = ">=1,<2" }   # keep this
"""


def test_add_keeps_comments_and_layout(bestek: Run, tmp_path: Path) -> None:
    write_toy(tmp_path / "plugins", "game", module="plugin_game")
    _forget()
    path = write(tmp_path, bestek=LAID_OUT)
    assert bestek("profile", "add", "game", "--mode", "advisory") == (0, "", "bestek.toml is geschreven.\n")
    assert path.read_text() == LAID_OUT + 'game = { version = ">=1.2.3,<2", mode = "advisory" }\n'
    assert bestek("profile", "add", "game", "--mode", "binding")[0] == 0
    assert path.read_text() == LAID_OUT + 'game = { version = ">=1.2.3,<2", mode = "binding" }\n'
    assert bestek("profile", "remove", "game")[0] == 0
    assert path.read_text() == LAID_OUT


def _forget() -> None:
    from kit import forget_plugins

    forget_plugins()


def test_add_an_unknown_regulation(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=LAID_OUT)
    status, _, said = bestek("profile", "add", "tooy")
    assert status == 2
    assert said == (
        "Fout: de regeling tooy is niet geïnstalleerd (pip install bestek-tooy, als dat het pakket van de uitgever "
        "is); bedoelt u toy?\n"
    )


@pytest.mark.parametrize(
    "options",
    [["--version", ">=2"], ["--version", "nonsense"], ["--mode", "advisory"], ["--distribution", "other"]],
)
def test_an_edit_that_makes_no_sound_profile_writes_nothing(bestek: Run, tmp_path: Path, options: list[str]) -> None:
    parent = '[regulations]\ntoy = { mode = "binding" }\n'
    path = write(tmp_path, parent=parent, bestek=CHILD + TOY_CHOSEN)
    before = path.read_bytes()
    assert bestek("profile", "add", "toy", *options)[0] == 2
    assert path.read_bytes() == before


def test_remove_takes_away_what_was_said_of_a_regulation(bestek: Run, tmp_path: Path) -> None:
    write_toy(tmp_path / "plugins", "game", module="plugin_game")
    _forget()
    text = LAID_OUT + "game = {}\n[facts.toy] # f\nadopted = true\n[parameters.toy]\nreview_months = 6\n" + WAIVER
    path = write(tmp_path, bestek=text)
    status, _, said = bestek("profile", "remove", "toy")
    assert (status, said.splitlines()) == (
        0,
        [
            "bestek.toml is geschreven.",
            "Ook weggehaald: facts.toy",
            "Ook weggehaald: parameters.toy",
            "Ook weggehaald: waivers: toy/REVIEW",
        ],
    )
    assert tomli.loads(path.read_text()) == {"profile": {"name": "X"}, "regulations": {"game": {}}}
    assert path.read_text().startswith("# our profile\n[profile]   # who\n")


def test_remove_what_a_parent_chose_or_nobody_did(bestek: Run, tmp_path: Path) -> None:
    path = write(tmp_path, parent=TOY_CHOSEN, bestek=CHILD)
    status, _, said = bestek("profile", "remove", "toy")
    assert status == 2
    assert "parent.toml:2" in said
    assert bestek("profile", "remove", "tooy")[0] == 2
    assert path.read_text() == CHILD


def test_a_profile_keeps_its_rights_and_a_new_one_can_be_shared(bestek: Run, tmp_path: Path) -> None:
    bestek("init", "--name", "X", "--kind", "agency")
    path = tmp_path / "bestek.toml"
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600
    path.chmod(0o640)
    assert bestek("profile", "add", "toy", "--mode", "binding")[0] == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_profile_behind_a_link_stays_behind_it(bestek: Run, tmp_path: Path) -> None:
    real = write(tmp_path, real=LAID_OUT)
    (tmp_path / "bestek.toml").symlink_to(real)
    assert bestek("profile", "add", "toy", "--mode", "binding")[0] == 0
    assert (tmp_path / "bestek.toml").is_symlink()
    assert 'mode = "binding"' in real.read_text()


# Looking --------------------------------------------------------------------------------------------------

PARENT = "[profile]\nname = 'Rijk'\n[regulations]\ntoy = { version = '>=1' }\n[parameters.toy]\nreview_months = 9\n"
OWN = (
    CHILD
    + "name = 'Logius'\n"
    + AGENCY
    + "[regulations]\ntoy = { mode = 'binding' }\n[parameters.toy]\nreview_months = 6\n[facts.toy]\nadopted = true\n"
    + WAIVER
)


def test_show_says_of_each_setting_where_it_comes_from(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, parent=PARENT, bestek=OWN)
    status, shown, said = bestek("profile", "show")
    assert (status, said) == (0, "")
    for line in (
        "Logius",
        "Breidt uit: parent.toml",
        "  kind = agency  (bestek.toml:5)",
        "  toy 1.2.3: bindend (bestek.toml:7); >=1 (parent.toml:4)",
        "  toy.adopted = ja  (bestek.toml:11)",
        "  toy.review_months = 6: 9 (parent.toml:6), 6 (bestek.toml:9); de wet zegt 12",
        "  toy.watched: niet ingevuld, dus onbekend",
        "  geen; maak haar met: bestek profile lock",
    ):
        assert line in shown.splitlines(), line
    assert "toy/REVIEW: elk dossier, werkt: wordt vervangen; goedgekeurd door CIO" in shown


def test_show_as_json_holds_all_that_was_applied(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, parent=PARENT, bestek=OWN)
    bestek("profile", "lock")
    made = json.loads(bestek("profile", "show", "--format", "json", "--on", "2027-02-15")[1])
    assert (made["schema"], made["on"], made["name"]) == ("bestek/profile/1", "2027-02-15", "Logius")
    assert [file["file"] for file in made["files"]] == ["parent.toml", "bestek.toml"]
    assert made["organisation"] == [{"path": "organisation.kind", "value": "agency", "file": "bestek.toml", "line": 5}]
    (regulation,) = made["regulations"]
    assert {key: regulation[key] for key in ("id", "distribution", "version", "mode")} == {
        "id": "toy",
        "distribution": "bestek-toy",
        "version": "1.2.3",
        "mode": "binding",
    }
    review = next(one for one in made["parameters"] if one["id"] == "toy.review_months")
    assert (review["value"], [one["value"] for one in review["said"]]) == (6, [9, 6])
    assert [one["value"] for one in review["law"]] == [24, 12]
    (waiver,) = made["waivers"]
    assert (waiver["rule"], waiver["standing"], waiver["line"]) == ("toy/REVIEW", "ends_soon", 13)
    assert made["packages"]["bestek-toy"]["sha256"] == fresh_digest_of("bestek-toy")
    assert made["lock"]["holds"] is True


DIFFS: list[tuple[str, str, list[tuple[str, Any, Any, str]]]] = [
    (TOY_CHOSEN, TOY_CHOSEN + "# note\n", []),
    (
        TOY_CHOSEN,
        "[regulations]\ntoy = { mode = 'advisory' }\n",
        [("regulations.toy.mode", "binding", "advisory", "loosened")],
    ),
    (
        "[regulations]\ntoy = { version = '>=1' }\n",
        "[regulations]\ntoy = { version = '>=1.1' }\n",
        [("regulations.toy.version", ">=1", ">=1.1", "tightened")],
    ),
    (
        TOY_CHOSEN,
        TOY_CHOSEN + "[parameters.toy]\nreview_months = 6\n",
        [("parameters.toy.review_months", None, 6, "tightened")],
    ),
    (
        TOY_CHOSEN + "[parameters.toy]\nreview_months = 6\n",
        TOY_CHOSEN + "[parameters.toy]\nreview_months = 9\n",
        [("parameters.toy.review_months", 6, 9, "loosened")],
    ),
    (
        TOY_CHOSEN,
        TOY_CHOSEN + "[parameters.toy]\nwatched = ['RU']\n",
        [("parameters.toy.watched", None, ["RU"], "changed")],
    ),
    (TOY_CHOSEN, TOY_CHOSEN + WAIVER, [("waivers.toy/REVIEW (all)", None, "2027-03-01", "loosened")]),
    (
        TOY_CHOSEN + WAIVER,
        TOY_CHOSEN + WAIVER.replace("2027-03-01", "2027-01-01"),
        [("waivers.toy/REVIEW (all)", "2027-03-01", "2027-01-01", "tightened")],
    ),
    (TOY_CHOSEN + WAIVER, TOY_CHOSEN, [("waivers.toy/REVIEW (all)", "2027-03-01", None, "tightened")]),
    (
        TOY_CHOSEN + AGENCY,
        TOY_CHOSEN + AGENCY.replace("agency", "zbo"),
        [("buyer.kind", "agency", "zbo", "changed")],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), DIFFS)
def test_diff_says_what_differs_and_what_it_means(
    bestek: Run, tmp_path: Path, before: str, after: str, expected: list[tuple[str, Any, Any, str]]
) -> None:
    write(tmp_path, before=before, after=after)
    status, shown, _ = bestek("profile", "diff", "before.toml", "after.toml", "--format", "json")
    made = json.loads(shown)
    found = [tuple(one[key] for key in ("path", "before", "after", "means")) for one in made["changes"]]
    assert (status, made["schema"], found) == (1 if expected else 0, "bestek/profile-diff/1", expected)


def test_diff_names_the_rules_that_it_is_about(bestek: Run, tmp_path: Path) -> None:
    write_toy(tmp_path / "plugins", "game", module="plugin_game")
    _forget()
    tight = "[regulations]\ntoy = {}\ngame = {}\n[parameters.toy]\nreview_months = 6\n"
    write(tmp_path, before=TOY_CHOSEN, after=tight)
    _, shown, _ = bestek("profile", "diff", "before.toml", "after.toml", "--format", "json")
    rules = {one["path"]: one["rules"] for one in json.loads(shown)["changes"]}
    assert rules["parameters.toy.review_months"] == ["toy/REVIEW"]
    assert rules["regulations.game"] == [
        f"game/{rule}" for rule in ("ABROAD", "APP", "DPIA", "NOTE", "REVIEW", "WATCHED")
    ]
    status, shown, _ = bestek("profile", "diff", "before.toml", "after.toml")
    assert status == 1
    assert shown.splitlines() == [
        "regulations.game: niets → binding",
        "  regeling erbij; 6 regels: game/ABROAD, game/APP, game/DPIA, game/NOTE,",
        "  game/REVIEW, game/WATCHED",
        "parameters.toy.review_months: niets → 6",
        "  strenger; 1 regel: toy/REVIEW",
    ]


def test_diff_of_the_same(bestek: Run, tmp_path: Path) -> None:
    write(tmp_path, bestek=TOY_CHOSEN)
    assert bestek("profile", "diff", "bestek.toml", "bestek.toml") == (0, "De profielen zeggen hetzelfde.\n", "")


# Redaction ------------------------------------------------------------------------------------------------


def test_redaction_leaves_out_the_names_that_a_profile_adds_and_changes_no_outcome(bestek: Run, tmp_path: Path) -> None:
    named = "[organisation]\nkind = 'agency'\nname = 'Geheim BV'\n"
    text = "[profile]\nname = 'Geheim'\n" + TOY_CHOSEN + named + WAIVER.replace('"all"', '"Geheim-1"')
    write(tmp_path, bestek=text.replace("CIO", "Geheime CIO").replace("wordt vervangen", "Geheim plan"))
    file = procurement(tmp_path, "reference = 'Geheim-1'\n" + DONE + "[exit]\nreviewed_on = false\n")
    shown = {more: bestek("assess", file, "--format", "json", *more)[1] for more in ((), ("--redact",))}
    assert "Geheim" in shown[()]
    assert "Geheim" not in shown["--redact",]
    assert "Geheim" not in bestek("assess", file, "--redact")[1]
    open_, closed = (json.loads(one) for one in shown.values())
    assert open_["verdict"] == closed["verdict"] == "clear"
    assert [one["status"] for one in open_["findings"]] == [one["status"] for one in closed["findings"]]
    assert "waived" in {one["status"] for one in closed["findings"]}


def test_a_byte_order_mark_does_not_stop_an_edit(bestek: Run, tmp_path: Path) -> None:
    (tmp_path / "bestek.toml").write_bytes(b"\xef\xbb\xbf" + LAID_OUT.encode())
    assert bestek("profile", "add", "toy", "--mode", "binding")[0] == 0
    assert tomli.loads((tmp_path / "bestek.toml").read_text())["regulations"]["toy"]["mode"] == "binding"
