"""Build every package of this repository to a wheel, or install just those wheels.

python tools/wheels.py build                  all packages, into dist, anew
python tools/wheels.py install bestek-abro    the core and these packages, from there and nowhere else
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELS = ROOT / "dist"


def packages() -> list[Path]:
    """Give the folders of the packages: the core, and every folder of `plugins`."""
    return [ROOT / "core", *sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))]


def pip(*arguments: str) -> None:
    """Run pip of this Python."""
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments], check=True)


def build() -> None:
    """Build every wheel anew."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(WHEELS), *map(str, packages()))
    print(*(wheel.name for wheel in sorted(WHEELS.glob("*.whl"))), sep="\n")


def install(names: list[str]) -> None:
    """Install the wheels of the core and of these packages (`all` for every one)."""
    found = {wheel.name.partition("-")[0].replace("_", "-"): wheel for wheel in WHEELS.glob("*.whl")}
    wanted = found if names == ["all"] else {"bestek", *names}
    missing = sorted(set(wanted) - set(found))
    if missing:
        sys.exit(f"no wheel of {', '.join(missing)} in {WHEELS}; there are: {', '.join(sorted(found))}")
    chosen = [str(found[name]) for name in sorted(wanted)]
    pip("install", "--quiet", *chosen)  # what they need besides
    pip("install", "--quiet", "--force-reinstall", "--no-deps", *chosen)  # exactly these, whatever was there


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build"]:
            build()
        case ["install", *names]:
            install(names)
        case _:
            sys.exit(__doc__)
