"""How a written page cites facts, asks for generated parts, and names its headings."""

from __future__ import annotations

import re

__all__ = ["CITATION", "DIRECTIVE", "HEADING", "HEADING_ID"]

CITATION = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\]\(fact:(?P<ids>[^()\s]*)\)")
DIRECTIVE = re.compile(r"<!--dalil:(?P<name>[a-z-]+)(?:\s+(?P<ids>[^>]*?))?-->")
HEADING = re.compile(r"#{1,6}\s")
HEADING_ID = re.compile(r"\{#([a-z0-9-]+)\}\s*$")
