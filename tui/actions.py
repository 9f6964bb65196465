"""Everything the reader can do: the one table that keys, help and palette are made from."""

from __future__ import annotations

from typing import Literal, NamedTuple

Context = Literal[
    "reading",
    "selecting",
    "list",
    "results",
    "searches",
    "review",
    "changed",
    "conflicts",
    "library",
    "outline",
    "annotations",
    "agreement",
    "concordance",
    "echoes",
    "moving",
    "placing",
]
"""Where keys go: to the text, to a selection in it, or to a panel (``list``: to any panel).

``moving`` is the text, and ``placing`` a selection in it, while a place is sought for a mark.
"""


class Action(NamedTuple):
    """One thing the reader can do.

    ``keys`` are the default keys, as a configuration file writes them: the character itself, or a
    name such as ``space``, ``escape``, ``f1``, ``ctrl+r``; of a sequence the keys with one space
    between them, ``ctrl+w v``. ``takes`` says what the next key is, for an action that waits for
    one, or ``itself`` where it goes by which of its keys was pressed. ``short`` is a word for the
    title where many stand in one row, after the first key of a sequence.
    """

    id: str
    title: str
    group: str
    keys: tuple[str, ...]
    context: Context = "reading"
    takes: str = ""
    short: str = ""


_ALL = "In all annotations"
_LINES = "In a concordance"
_FOUND = "In the results"
_ECHOES = "In the echoes"

ACTIONS: tuple[Action, ...] = (
    Action("sentence.next", "Next sentence", "Move", ("j", "down")),
    Action("sentence.previous", "Previous sentence", "Move", ("k", "up")),
    Action("paragraph.next", "Next paragraph", "Move", ("}", "ctrl+down")),
    Action("paragraph.previous", "Previous paragraph", "Move", ("{", "ctrl+up")),
    Action("page.next", "Next page", "Move", ("space", "pagedown")),
    Action("page.previous", "Previous page", "Move", ("b", "pageup")),
    Action("page.half-next", "Half a page on", "Move", ("ctrl+d",)),
    Action("page.half-previous", "Half a page back", "Move", ("ctrl+u",)),
    Action("line.next", "Scroll one line down", "Move", ("ctrl+e", "alt+down")),
    Action("line.previous", "Scroll one line up", "Move", ("ctrl+y", "alt+up")),
    Action("text.start", "Start of the text", "Move", ("g", "home", "ctrl+home")),
    Action("text.end", "End; 40G: number 40", "Move", ("G", "end", "ctrl+end")),
    Action("text.percent", "50%: the middle", "Move", ("%",)),
    Action("text.where", "Where this is", "Move", ("ctrl+g",)),
    Action("annotation.next", "Next annotation", "Move", ("]", "ctrl+right")),
    Action("annotation.previous", "Previous annotation", "Move", ("[", "ctrl+left")),
    Action("jump.back", "Back where you were", "Move", ("ctrl+o", "alt+left", "backspace")),
    Action("jump.forward", "Forward again", "Move", ("alt+right",)),
    Action("mark.set", "Set a mark", "Move", ("m",), takes="a letter for the mark"),
    Action("mark.go", "Go to a mark", "Move", ("'",), takes="the mark's letter, ? to list them"),
    Action("mark.list", "Marks and recent places", "Panels", ("ctrl+x m",), short="marks"),
    Action("pane.next", "Other pane", "Panes", ("tab", "ctrl+w w"), short="on"),
    Action(
        "pane.previous", "Other pane, backwards", "Panes", ("shift+tab", "ctrl+w p"), short="back"
    ),
    Action("pane.left", "Pane to the left", "Panes", ("h", "left")),
    Action("pane.right", "Pane to the right", "Panes", ("l", "right")),
    Action("pane.go", "Pane 1 to 4", "Panes", ("alt+1", "alt+2", "alt+3", "alt+4"), takes="itself"),
    Action("pane.split", "Same text beside", "Panes", ("|", "ctrl+w v", "ctrl+w s"), short="split"),
    Action("pane.close", "Close the pane", "Panes", ("ctrl+w c", "ctrl+w q"), short="close"),
    Action("pane.only", "Only this pane", "Panes", ("ctrl+w o",), short="only"),
    Action("pane.move-left", "Move the pane left", "Panes", ("ctrl+w H",), short="left"),
    Action("pane.move-right", "Move the pane right", "Panes", ("ctrl+w L",), short="right"),
    Action("pane.wider", "Wider pane", "Panes", (">", "ctrl+w >"), short="wide"),
    Action("pane.narrower", "Narrower pane", "Panes", ("<", "ctrl+w <"), short="narrow"),
    Action("pane.equal", "Equal widths", "Panes", ("ctrl+w =",), short="equal"),
    Action("link.cycle", "Link panes, change how", "Panes", ("L",)),
    Action("link.bring", "Other pane to the match", "Panes", ("=",)),
    Action("link.compare", "Compare word by word", "Panes", ("D",)),
    Action("select.start", "Select word by word", "Mark", ("v", "shift+right")),
    Action("select.sentence", "Select whole sentences", "Mark", ("V", "shift+down")),
    Action("tag", "Tag sentence or words", "Mark", ("t", "f5"), takes="a tag's key or number"),
    Action("tag.named", "Tag by a few letters", "Mark", ("T",)),
    Action("tag.rename", "Rename or merge a tag", "Mark", ("ctrl+x t",), short="rename tag"),
    Action("note.edit", "Write a note", "Mark", ("e", "f2")),
    Action("note.external", "Note in your editor", "Mark", ("ctrl+x n",), short="note in editor"),
    Action("note.document", "Note on the whole text", "Mark", ("W",)),
    Action("annotation.resize", "Change what is marked", "Mark", ("S",)),
    Action("annotation.other", "Another mark here", "Mark", ("a",)),
    Action("annotation.reply", "Reply to another’s", "Mark", ("p",)),
    Action("annotation.link", "Link to another mark", "Mark", ("&",)),
    Action("annotation.follow", "Follow link or reply", "Mark", ("f",)),
    Action("annotation.unlink", "Take a link away", "Mark", ("F",)),
    Action("note.resume", "Go on with a note left", "Mark", ("ctrl+x r",), short="note left"),
    Action("status.set", "Decide on the claim", "Mark", ("s", "f6")),
    Action("status.history", "Decisions on the claim", "Mark", ("d",)),
    Action("annotation.delete", "Delete the annotation", "Mark", ("x", "delete")),
    Action("changed.here", "Move changed mark here", "Mark", ("M",)),
    Action("copy.quote", "Copy with its source", "Mark", ("y", "ctrl+c")),
    Action("copy.text", "Copy the words alone", "Mark", ("Y",)),
    Action("undo", "Undo", "Mark", ("u", "ctrl+underscore")),
    Action("redo", "Redo", "Mark", ("ctrl+r",)),
    Action("find.forward", "Find in this document", "Find", ("/",)),
    Action("find.backward", "Find backwards", "Find", ("?",)),
    Action("find.next", "Next match", "Find", ("n", "f3")),
    Action("find.previous", "Previous match", "Find", ("N", "shift+f3")),
    Action("find.selected", "Find the selected words", "Find", ("*",)),
    Action("search.open", "Search all documents", "Find", ("ctrl+f",)),
    Action("echoes.open", "Echoes in other documents", "Find", ("K", "shift+f9")),
    Action("review.open", "Review the open claims", "Panels", ("r", "f7")),
    Action("changed.open", "Marks whose text changed", "Panels", ("R", "shift+f7")),
    Action("annotations.open", "All annotations", "Panels", ("A",)),
    Action("conflicts.open", "Choose between two edits", "Panels", ("C", "shift+f8")),
    Action("library.open", "Library of documents", "Panels", ("o", "f9")),
    Action("outline.open", "Outline of this text", "Panels", ("c", "f8")),
    Action("agreement", "Agreement of authors", "Panels", ("ctrl+x g",), short="agreement"),
    Action("authors.open", "Authors: whose marks show", "Panels", ("w",)),
    Action("authors.toggle", "All others’ marks on, off", "Panels", ("H",)),
    Action("export", "Export the annotations", "Program", ("E",)),
    Action(
        "document.edit",
        "Text in your editor",
        "Program",
        ("ctrl+x e", "f4"),
        short="edit text",
    ),
    Action("theme.toggle", "Light or dark", "Program", ("ctrl+t",)),
    Action("help", "Help", "Program", ("f1",)),
    Action("palette", "All commands by name", "Program", (":", "ctrl+p", "f10")),
    Action("escape", "Leave what is open", "Program", ("escape",)),
    Action("screen.redraw", "Paint the screen anew", "Program", ("ctrl+l",)),
    Action("suspend", "Suspend to the shell", "Program", ("ctrl+z",)),
    Action("quit", "Quit", "Program", ("q", "ctrl+q")),
    Action("sentence.to-middle", "Sentence to the middle", "Display", ("z z",), short="mid"),
    Action("sentence.to-top", "Sentence to the top", "Display", ("z t",), short="top"),
    Action("sentence.to-bottom", "Sentence to the bottom", "Display", ("z b",), short="low"),
    Action("text.wider", "Wider text", "Display", ("z w",), short="wide"),
    Action("text.narrower", "Narrower text", "Display", ("z n",), short="narrow"),
    Action("text.spacing", "Line spacing", "Display", ("z s",), short="lines"),
    Action("text.justify", "Justified or ragged", "Display", ("z j",), short="justify"),
    Action("text.focus", "Focus: fade the rest", "Display", ("z f",), short="focus"),
    Action("display.boxes", "Signs in Unicode or ASCII", "Display", ("z x",), short="ascii"),
    Action("margin.notes", "Notes in the margin", "Display", ("z m",), short="notes"),
    # A selection
    Action(
        "select.word-on",
        "One word more",
        "Select",
        ("l", "right", "w", "shift+right", "ctrl+right"),
        "selecting",
    ),
    Action(
        "select.word-back",
        "One word less",
        "Select",
        ("h", "left", "b", "shift+left", "ctrl+left"),
        "selecting",
    ),
    Action("select.swap", "Move the other end", "Select", ("o",), "selecting"),
    Action("select.to-end", "To sentence’s end", "Select", ("$", "end", "shift+end"), "selecting"),
    Action(
        "select.to-start", "To its beginning", "Select", ("0", "home", "shift+home"), "selecting"
    ),
    Action(
        "select.sentence-on",
        "One sentence more",
        "Select",
        ("j", "down", "shift+down"),
        "selecting",
    ),
    Action(
        "select.sentence-back", "One sentence less", "Select", ("k", "up", "shift+up"), "selecting"
    ),
    Action("select.character-on", "One character more", "Select", ("L", "alt+right"), "selecting"),
    Action("select.character-back", "One character less", "Select", ("H", "alt+left"), "selecting"),
    Action("select.take", "Mark this instead", "Select", ("enter",), "selecting"),
    Action("select.cancel", "Leave the selection", "Select", ("escape", "v"), "selecting"),
    # Any panel
    Action("list.next", "Next entry", "In a panel", ("j", "down"), "list"),
    Action("list.previous", "Previous entry", "In a panel", ("k", "up"), "list"),
    Action("list.page-next", "Next page", "In a panel", ("space", "pagedown"), "list"),
    Action("list.page-previous", "Previous page", "In a panel", ("b", "pageup"), "list"),
    Action("list.start", "First entry", "In a panel", ("g", "home", "ctrl+home"), "list"),
    Action("list.end", "Last entry", "In a panel", ("G", "end", "ctrl+end"), "list"),
    Action("list.open", "Open the entry", "In a panel", ("enter",), "list"),
    Action("list.leave", "Back to the text", "In a panel", ("tab",), "list"),
    Action("list.close", "Close the panel", "In a panel", ("escape", "q"), "list"),
    # Single panels
    Action(
        "library.beside", "Open beside the text", "In the library", ("O", "ctrl+right"), "library"
    ),
    Action("library.filter", "Narrow by letters", "In the library", ("/",), "library"),
    Action("results.concordance", "Each hit on its line", _FOUND, ("K", "|"), "results"),
    Action("results.query", "Change the query", _FOUND, ("/", "ctrl+f"), "results"),
    Action(
        "results.narrow",
        "Narrow: the number below",
        _FOUND,
        ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "results",
        takes="itself",
    ),
    Action("results.widen", "Take the narrowing away", _FOUND, ("0", "backspace"), "results"),
    Action("results.forms", "Other forms of the words", _FOUND, ("f4", "~"), "results"),
    Action("results.select", "Select the hit, or not", _FOUND, ("v", "insert"), "results"),
    Action("results.select-all", "Select all, or none", _FOUND, ("V", "*"), "results"),
    Action("results.tag", "Tag the selected, or all", _FOUND, ("+",), "results"),
    Action("results.save", "Save the search", _FOUND, ("ctrl+s", "#"), "results"),
    Action("results.help", "How to ask", _FOUND, ("?",), "results"),
    Action("searches.remove", "Remove a saved search", _FOUND, ("x", "delete"), "searches"),
    Action(
        "review.decide",
        "Decide: status number",
        "In the review",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
        "review",
        takes="itself",
    ),
    Action("review.note", "Note on the claim", "In the review", ("e", "f2"), "review"),
    Action("changed.keep", "Keep: here, as it reads", "Changed marks", ("a", "+"), "changed"),
    Action("changed.move", "Move to a selection", "Changed marks", ("m", "="), "changed"),
    Action("changed.leave", "Leave it for later", "Changed marks", ("l", "right"), "changed"),
    Action("changed.delete", "Delete it", "Changed marks", ("x", "delete"), "changed"),
    Action("changed.take", "Put the mark here", "Changed marks", ("enter",), "moving"),
    Action("changed.stay", "Leave it where it was", "Changed marks", ("escape",), "moving"),
    Action("annotations.filter", "Which are shown", _ALL, ("/", "ctrl+f"), "annotations"),
    Action("annotations.order", "Another order", _ALL, ("o", "."), "annotations"),
    Action("annotations.tag", "Tag this one", _ALL, ("t", "f5"), "annotations"),
    Action("annotations.note", "Note on this one", _ALL, ("e", "f2"), "annotations"),
    Action("annotations.status", "Decide on this one", _ALL, ("s", "f6"), "annotations"),
    Action("annotations.delete", "Delete this one", _ALL, ("x", "delete"), "annotations"),
    Action("annotations.tag-shown", "Tag all shown", _ALL, ("+",), "annotations"),
    Action("annotations.untag-shown", "Untag all shown", _ALL, ("-",), "annotations"),
    Action("annotations.status-shown", "Decide on all shown", _ALL, ("=",), "annotations"),
    Action("annotations.delete-shown", "Delete all shown", _ALL, ("!", "X"), "annotations"),
    Action("annotations.export-shown", "Export all shown", _ALL, (">", "E"), "annotations"),
    Action("concordance.right", "Sort by words right", _LINES, ("l", "right"), "concordance"),
    Action("concordance.left", "Sort by words left", _LINES, ("h", "left"), "concordance"),
    Action(
        "concordance.word",
        "1st, 2nd, 3rd word",
        _LINES,
        ("1", "2", "3"),
        "concordance",
        takes="itself",
    ),
    Action("concordance.keyword", "Sort by the keyword", _LINES, ("w", "*"), "concordance"),
    Action("concordance.document", "In text order", _LINES, ("d", "0"), "concordance"),
    Action("concordance.other", "Collocates, frequencies", _LINES, ("o", "."), "concordance"),
    Action("concordance.query", "Change the query", _LINES, ("/", "ctrl+f"), "concordance"),
    Action("concordance.help", "These keys", _LINES, ("?",), "concordance"),
    Action("echoes.supports", "Link: supports the echo", _ECHOES, ("s", "+"), "echoes"),
    Action("echoes.contradicts", "Link: contradicts it", _ECHOES, ("c", "-"), "echoes"),
    Action("echoes.repeats", "Link: repeats it", _ECHOES, ("r", "="), "echoes"),
    Action("echoes.unlink", "Take the link away", _ECHOES, ("x", "delete"), "echoes"),
    Action("echoes.other", "Same words elsewhere", _ECHOES, ("o", "."), "echoes"),
    Action("echoes.help", "These keys and signs", _ECHOES, ("?",), "echoes"),
    Action("agreement.other", "Figures, or all places", "Agreement", ("o", "."), "agreement"),
    Action(
        "conflicts.choose",
        "Let this one stand",
        "Two edits at once",
        ("1", "2", "3"),
        "conflicts",
        takes="itself",
    ),
)

_BY_ID = {action.id: action for action in ACTIONS}


def action(action_id: str) -> Action:
    """The action of that id. Raises ``KeyError`` where there is none."""
    return _BY_ID[action_id]
