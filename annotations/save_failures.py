"""Why a save failed, in words a reader can act on."""

from __future__ import annotations

import errno

from annotations.errors import SaveFailed

_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space"),
    errno.EDQUOT: ("your share of the disk is used up", "free some space"),
    errno.EFBIG: ("the file would be larger than allowed", "raise the limit"),
    errno.EROFS: ("the disk is read-only", "copy the workspace to where you can write"),
    errno.EACCES: ("you may not write there", "ask its owner, or copy the workspace"),
    errno.EPERM: ("you may not write there", "ask its owner, or copy the workspace"),
    errno.ELOOP: ("a link stands in its place", "replace the link by a folder or file"),
    errno.ENOTDIR: ("a file stands where its folder should be", "move that file away"),
    errno.EEXIST: ("a file stands where its folder should be", "move that file away"),
    errno.EISDIR: ("a folder stands in its place", "move that folder away"),
    errno.EIO: ("the disk reported an error", "check the disk, and save elsewhere"),
    errno.ENAMETOOLONG: ("its path is too long", "move the workspace further up"),
}


def save_failed(file: str, error: OSError) -> SaveFailed:
    """The SaveFailed for what the system reported."""
    usual = (error.strerror or str(error), "see to it")
    reason, mend = _REASONS.get(error.errno or 0, usual)
    if error.errno == errno.EPERM and error.strerror and "link" in error.strerror:
        reason, mend = error.strerror, "replace the link by a folder or file of the workspace"
    return SaveFailed(file, reason, mend)


def text_not_kept(path: str, error: OSError) -> str:
    """What to say where a document's text could not be kept; its marks are worth saving anyway."""
    return f"the text of {path} could not be kept: {error.strerror}"
