"""The hooks beside those that give rules: commands, readers, reports, and hearing of assessments (DESIGN 4)."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from conftest import Install
from kit import ON, PLUGIN, bestek_process, file_of, plugin_source

from bestek import PluginError, hooks, load_policy

MORE = (
    plugin_source("toy")
    + """

@hookimpl
def bestek_commands(cli):
    import click

    @cli.command()
    def hallo():
        click.echo("goedendag")


@hookimpl
def bestek_readers():
    import bestek

    return {
        "kort": lambda content: bestek.read({"buyer": {"kind": content.decode().strip()}}),
        "kapot": lambda content: 1 / 0,
    }


@hookimpl
def bestek_reports():
    return {
        "kort": lambda assessment, language: f"{language}: {assessment.verdict}\\n",
        "kapot": lambda assessment, language: {}["x"],
    }


HEARD = []


@hookimpl
def bestek_assessed(assessment):
    HEARD.append(assessment.verdict)
"""
)
RULES = ["bestek_classification", "bestek_requirements", "bestek_supplier_vetting", "bestek_exit_requirements"]


def test_the_hooks() -> None:
    """Their names are a promise to every plugin."""
    found = [name for name in vars(hooks.Hooks) if name.startswith("bestek_")]
    assert found == [
        "bestek_regulation", *RULES, "bestek_commands", "bestek_readers", "bestek_reports", "bestek_assessed",
    ]  # fmt: skip
    assert list(hooks.RULE_HOOKS) == RULES
    for name in found:
        said = vars(hooks.Hooks)[name]
        assert said.__doc__
        assert said.__annotations__["return"]
        assert not vars(hooks.Hooks)[name].bestek_spec["firstresult"], "one law must not silence another"


@pytest.mark.parametrize("hook", RULES)
def test_rules_come_from_each_of_four_hooks(hook: str, install: Install) -> None:
    install("toy", PLUGIN.replace("{id}", "toy").replace("bestek_requirements", hook))
    assessment = load_policy().assess(file_of({"buyer.kind": "agency"}), ON)
    assert [(one.rule, one.law.hook) for one in assessment.findings] == [("toy/R", hook)]


def test_hooks_are_called_once_for_each_load(install: Install) -> None:
    counting = MORE.replace("def bestek_requirements():\n", "def bestek_requirements():\n    COUNT.append(1)\n")
    install("toy", "COUNT = []\n" + counting)
    for _ in range(3):
        policy = load_policy()
        for _ in range(3):
            policy.assess(file_of({}), ON)
    (loaded,) = policy.loaded
    (plugin,) = [impl.plugin for impl in loaded.hook.bestek_requirements.get_hookimpls()]
    assert plugin.COUNT == [1]


def test_a_plugin_hears_of_each_assessment(install: Install) -> None:
    install("toy", MORE)
    policy = load_policy()
    (plugin,) = [impl.plugin for impl in policy.loaded[0].hook.bestek_assessed.get_hookimpls()]
    policy.assess(file_of({"buyer.kind": "agency", "documents.dpia": False}), ON)
    policy.assess(file_of({"buyer.kind": "police"}), ON)
    assert plugin.HEARD == ["blocked", "clear"]


def test_what_fails_in_hearing_changes_nothing(install: Install, caplog: pytest.LogCaptureFixture) -> None:
    """It is logged, with the plugin's name and no fact of the file."""
    install("toy", MORE.replace("HEARD.append(assessment.verdict)", "1 / 0"))
    with caplog.at_level(logging.WARNING, "bestek"):
        assessment = load_policy().assess(file_of({"title": "geheim", "buyer.kind": "police"}), ON)
    assert assessment.verdict == "clear"
    (record,) = caplog.records
    assert "bestek-toy 1.2.3: ZeroDivisionError" in record.getMessage()
    assert "geheim" not in record.getMessage()


def test_a_reader_gives_another_input_format(install: Install) -> None:
    install("toy", MORE)
    policy = load_policy()
    assert sorted(policy.readers) == ["kapot", "kort"]
    assert policy.readers["kort"](b"agency\n").facts.buyer.kind == "agency"


def test_a_report_gives_another_output_format(install: Install) -> None:
    install("toy", MORE)
    policy = load_policy()
    assert sorted(policy.reports) == ["kapot", "kort"]
    assert policy.reports["kort"](policy.assess(file_of({"buyer.kind": "police"}), ON), "nl") == "nl: clear\n"


@pytest.mark.parametrize(("call", "said"), [("readers", "ZeroDivisionError"), ("reports", "KeyError")])
def test_what_fails_in_them_is_laid_at_the_door_of_the_plugin(call: str, said: str, install: Install) -> None:
    install("toy", MORE)
    policy = load_policy()
    arguments: tuple[Any, ...] = (b"",) if call == "readers" else (policy.assess(file_of({}), ON), "nl")
    with pytest.raises(PluginError, match=rf"bestek-toy 1\.2\.3: {said}"):
        getattr(policy, call)["kapot"](*arguments)


@pytest.mark.parametrize("hook", ["readers", "reports"])
@pytest.mark.parametrize("fault", ["raise ValueError('vandaag niet')", "raise SystemExit(1)", "return 3"])
def test_a_plugin_that_cannot_say_which_it_adds_disturbs_no_other(
    hook: str, fault: str, install: Install, caplog: pytest.LogCaptureFixture
) -> None:
    install("toy", MORE)
    install("zed", plugin_source("zed") + f"\n\n@hookimpl\ndef bestek_{hook}():\n    {fault}\n")
    assert sorted(getattr(load_policy(), hook)) == ["kapot", "kort"]
    (record,) = caplog.records
    assert record.getMessage().startswith("bestek-zed 1.2.3: ")


@pytest.mark.slow
class TestOnTheCommandLine:
    """The same, where users meet it."""

    @pytest.fixture
    def folder(self, install: Install, plugins: Path) -> Path:
        install("toy", MORE)
        (plugins / "file").write_text("agency\n", encoding="utf-8")
        return plugins

    def test_a_command(self, folder: Path) -> None:
        done = bestek_process(folder, "hallo")
        assert (done.returncode, done.stdout, done.stderr) == (0, "goedendag\n", "")

    def test_a_plugin_that_fails_in_adding_one_disturbs_no_other(self, folder: Path, install: Install) -> None:
        install("aaa", plugin_source("aaa") + "\n\n@hookimpl\ndef bestek_commands(cli):\n    raise SystemExit(1)\n")
        done = bestek_process(folder, "hallo")
        assert (done.returncode, done.stdout) == (0, "goedendag\n")
        assert "bestek-aaa 1.2.3: SystemExit: 1" in done.stderr

    def test_a_reader_and_a_report(self, folder: Path) -> None:
        done = bestek_process(
            folder, "assess", str(folder / "file"), "--on", "2026-10-01", "--input", "kort", "--format", "kort"
        )
        assert (done.returncode, done.stdout, done.stderr) == (3, "nl: undecided\n", "")

    @pytest.mark.parametrize("option", ["--input", "--format"])
    def test_one_that_fails(self, folder: Path, option: str) -> None:
        arguments = [option, "kapot"] if option == "--input" else ["--input", "kort", option, "kapot"]
        done = bestek_process(folder, "assess", str(folder / "file"), "--on", "2026-10-01", *arguments)
        assert done.returncode == 2
        assert "bestek-toy 1.2.3" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_format_that_is_not_there_lists_those_that_are(self, folder: Path) -> None:
        done = bestek_process(folder, "assess", str(folder / "file"), "--format", "json", "--input", "xml")
        assert done.returncode == 2
        assert "toml, json, " in json.dumps(json.loads(done.stderr), ensure_ascii=False)
        assert "kort" in done.stderr
