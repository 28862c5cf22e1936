"""Validate a RO-Crate without a network: ``rocrate_offline.py CONTEXT CRATE...``; one line of JSON each.

The validator loads the context of RO-Crate from its address. Here every request is answered with the file
CONTEXT, which the package `rocrate` brings. Run by the Python that has `roc-validator`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import requests
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils import http


def answer(session: requests.Session, request: requests.PreparedRequest, **_: object) -> requests.Response:
    made = requests.Response()
    made.status_code = 200 if "ro/crate" in str(request.url) else 504
    made.headers["Content-Type"] = "application/ld+json"
    made._content = CONTEXT
    made.request, made.url = request, str(request.url)
    return made


def issues(crate: Path) -> list[str]:
    settings = ValidationSettings(
        rocrate_uri=str(crate),
        profile_identifier="ro-crate-1.2",
        requirement_severity=Severity.REQUIRED,
        skip_availability_check=True,
        no_cache=True,
    )
    return [str(issue.message) for issue in services.validate(settings).get_issues()]


if __name__ == "__main__":
    CONTEXT = Path(sys.argv[1]).read_bytes()
    requests.Session.send = answer  # type: ignore[method-assign]
    http.HttpRequester.initialize_cache(no_cache=True)
    for name in sys.argv[2:]:
        print(json.dumps(issues(Path(name))))
