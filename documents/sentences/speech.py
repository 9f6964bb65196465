"""The words that go on with a sentence after direct speech: ``"Why?" Bogdanov asked.``"""

from __future__ import annotations

from documents.lazy_regex import lazy_regex

_VERBS = (
    "said|says|asked|asks|replied|replies|answered|cried|cries|shouted|exclaimed|wrote|writes|added"
    "|whispered|muttered|murmured|wondered|demanded|inquired|enquired|yelled|screamed|called|sighed"
    "|laughed|remarked|observed|continued|repeated|snapped|groaned|quipped|joked|tweeted"
    "|declared|responded|thought|gasped|returned|retorted|ejaculated|interrupted|growled|roared"
)
_SPEAKER = lazy_regex(
    r"(?!(?:He|She|It|They|We|You|The|This|That|There|But|And|As|When|Then|Who|What)\b)"
    rf"(?:[^\W\d_a-z][\w’'.-]{{0,30}}\s+){{1,3}}(?:{_VERBS})\b"
)


def follows(text: str, offset: int) -> bool:
    """Whether a name and a verb of speech stand at ``offset``."""
    return _SPEAKER.match(text, offset) is not None
