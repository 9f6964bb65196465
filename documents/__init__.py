"""A file becomes a text with offsets, paragraphs and sentences.

Offsets everywhere are Unicode code points (indexes of a Python ``str``), ends exclusive.
"""
