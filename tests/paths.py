"""Where things stand in this repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NS = ROOT / "examples/ns-ict/procurement.toml"
DIGID = ROOT / "examples/digid-picard/procurement.toml"
PLUGINS = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
