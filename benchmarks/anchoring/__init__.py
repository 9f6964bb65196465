"""Anchoring: whether passages are followed through edits, and what thousands of them take.

    python -m benchmarks.anchoring [--seeds N] [--first SEED] [FILE…]

The texts are nonsense, edited in some forty ways as people edit; where every sentence went is
known. A file of JSON Lines with ``old``, ``new`` and ``spans`` (``start``, ``end``, ``exp``,
``alt``) is scored too, and once more from outside, by ``sidelight check`` on a workspace whose
documents were replaced. A passage is in the right place where its span and the true one have 0.6 of
both in common. The claims: of the passages at least the share below comes out right, no more than
that are missed or given to the reader, no more are put in a wrong place, and ten thousand
annotations in a megabyte are put on the changed text within a second of the processor.
"""
