from collections import Counter

import pytest

from dalil.check.wording import figures_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("On 11 May 2022 it may rain.", "en", {"11": 1, "2022": 1, "month 5": 1}),
        ("Le 11 mai 2022", "fr", {"11": 1, "2022": 1, "month 5": 1}),
        ("في 11 ماي 2022", "ar", {"11": 1, "2022": 1, "month 5": 1}),
        ("في 11 مايو 2022", "ar", {"11": 1, "2022": 1, "month 5": 1}),
        ("3\u202f575 imams, 3\u202f575 guides", "en", {"3575": 2}),
        ("resolution 21/78", "en", {"21": 1, "78": 1}),
        ("in September 2014", "en", {"2014": 1, "month 9": 1}),
        ("منذ شتنبر 2014", "ar", {"2014": 1, "month 9": 1}),
    ],
)
def test_figures_in(text: str, language: str, found: dict[str, int]) -> None:
    assert figures_in(text, language) == Counter(found)
