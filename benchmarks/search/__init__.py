"""Searching thousands of documents: first answers, typing, indexing, ranking, damage; and peers.

The peers are SQLite FTS5, tantivy, Whoosh as it comes, and ripgrep. Each is asked the same and
returns as many hits, with snippets of as many words; how often it finds the same documents is
said beside its times. tantivy is left out where it is not installed (``pip install -e
'.[peers]'``), ripgrep where no ``rg`` is on the path.
"""
