"""Where one sentence ends and the next begins, inside one paragraph.

Rules, not a model: which mark ends a sentence depends on the mark, on the word before it and on
the word after it. No language is asked for; what depends on one is found from the text itself.
"""

from __future__ import annotations

from documents.sentences.boundaries import sentence_ends

__all__ = ["sentence_ends"]
