"""What is used of Whoosh, imported without the warnings its source draws from newer Pythons."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Format

__all__ = ["FieldType", "FileStorage", "Format", "Schema", "W3Codec"]
