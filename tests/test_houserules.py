"""What holds for the repository as a whole: who imports what, what the README promises, what is light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from paths import NS, PLUGINS, ROOT

import bestek

IDS = [plugin.name for plugin in PLUGINS]
PAGES = sorted(path for path in ROOT.rglob("*.md") if not {".venv", ".tox", "node_modules"} & set(path.parts))


def imports(path: Path) -> list[tuple[str, str]]:
    """Give what a file imports: module, and name or nothing."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found += [(node.module or "", alias.name) for alias in node.names]
    return found


@pytest.mark.parametrize("plugin", PLUGINS, ids=IDS)
def test_a_plugin_uses_only_the_public_names_of_the_core_and_no_other_plugin(plugin: Path) -> None:
    files = [*plugin.rglob("src/**/*.py")]
    assert files
    wrong = []
    for path in files:
        for module, name in imports(path):
            if module.partition(".")[0] == "bestek":
                private = any(part.startswith("_") for part in (*module.split("."), name))
                unknown = module == "bestek" and name not in bestek.__all__
                wrong += [f"{path.name}: {module}.{name}"] if private or unknown else []
            elif module.startswith("bestek_") and module.partition(".")[0] != f"bestek_{plugin.name}":
                wrong.append(f"{path.name}: {module}")
    assert not wrong


def test_plugins_holds_folders_only() -> None:
    """`pip install ./plugins/*` takes everything that stands there for a package."""
    assert not [path.name for path in (ROOT / "plugins").iterdir() if not (path / "pyproject.toml").is_file()]


@pytest.mark.parametrize("package", [ROOT / "core", *PLUGINS], ids=["core", *IDS])
def test_every_package_has_what_a_package_needs(package: Path) -> None:
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "changelog.d", "tests"):
        assert (package / name).exists(), name
    assert (package / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert (package / "README.md").read_text(encoding="utf-8").startswith("# bestek")
    assert any(package.rglob("src/*/py.typed"))


def test_readme_has_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (
        "\npython3 -m venv .venv && .venv/bin/pip install ./core ./plugins/* && "
        ".venv/bin/bestek assess examples/ns-ict/procurement.toml --on 2026-04-13\n"
    ) in readme
    assert "\npython3 -m venv .venv && .venv/bin/pip install tox && .venv/bin/tox\n" in readme
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_the_rule_in_the_readme_is_a_rule_that_ships() -> None:
    (rule,) = re.findall(r"```python\n(cloud\..*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert rule in (ROOT / "plugins/abro/src/bestek_abro/cloud.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    broken = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert not broken


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        ("import bestek", ("click", "rich", "tomlkit", "pluggy", "bestek_")),
        ("import sys; sys.argv = ['bestek', '--version']; import bestek.cli; bestek.cli.main()", ("bestek_", "rich")),
        ("import sys; sys.argv = ['bestek', '--help']; import bestek.cli; bestek.cli.main()", ("bestek_", "rich")),
    ],
)
def test_light(code: str, kept_out: tuple[str, ...]) -> None:
    """What is imported when hardly anything is asked for."""
    tail = "\nfinally:\n    import sys; print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", "try:\n    " + code + tail], capture_output=True, text=True, check=False, cwd=NS.parent
    )
    loaded = done.stderr.split()
    assert "bestek" in loaded, done.stderr
    assert not [name for name in loaded if name.startswith(kept_out)]


def test_no_public_name_hides_behind_a_module() -> None:
    """`import bestek.x` sets `bestek.x` to the module: a public name must not be one."""
    inside = (ROOT / "core/src/bestek").iterdir()
    modules = {path.stem for path in inside if path.is_dir() or path.suffix == ".py"}
    assert modules & set(bestek.__all__) == set()
