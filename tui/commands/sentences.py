"""``sidelight sentences FILE``: prints the document's sentences and where they stand."""

from __future__ import annotations

import argparse

from tui.commands.common import add_file, add_json, document_to_print
from tui.output import on_one_line, say, say_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and how to print."""
    add_file(parser, or_standard_input=True)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Prints a sentence a line: its span, a tab, and the sentence with line ends as spaces."""
    document = document_to_print(args.file, args.encoding, "sentences")
    for start, end in document.segmentation.sentences():
        text = document.text[start:end]
        if args.json:
            say_json({"start": start, "end": end, "text": text})
        else:
            say(f"{start}-{end}\t{on_one_line(text)}")
    return 0
