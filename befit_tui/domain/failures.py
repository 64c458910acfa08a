"""What the system refuses, as words: what went wrong, and what can be done about it."""

import errno

_ANOTHER = "name another folder with --data-dir"
_ADVICE = {
    "ENOSPC": "make room on that disk and try again",
    "EDQUOT": "your share of that disk is used up: make room and try again",
    "EFBIG": "that disk holds no file as large: use another",
    "EROFS": f"that disk takes no changes: make it writable, or {_ANOTHER}",
    "EACCES": "another user or program keeps it: look at who may read and write it",
    "EPERM": "another user or program keeps it: look at who may read and write it",
    "EIO": "the disk may be failing: copy the data folder to another one",
    "ENOENT": "nothing of that name is there: look at the path",
    "ENOTDIR": "a part of the path is a file, not a folder: look at the path",
    "EISDIR": "a folder is where a file should be: move it away",
    "EEXIST": "something else has that name: move it away",
    "ELOOP": "links lead in a circle there: look at the path",
    "ENAMETOOLONG": "the name is too long: give a shorter one",
    "EMFILE": "too many files are open: close other programs",
    "ENFILE": "too many files are open: close other programs",
    "ENOMEM": "the memory is used up: close other programs",
    "EBADF": "it was closed before Befit began",
    "ESTALE": "the network drive went away: connect it and try again",
    "ETIMEDOUT": "the network drive does not answer: connect it and try again",
    "ENXIO": "nobody is at the other end of it",
}
# Not every system knows every one of them.
_BY_NUMBER = {
    getattr(errno, name): advice
    for name, advice in _ADVICE.items()
    if hasattr(errno, name)
}


def why(error: OSError) -> str:
    """The end of a sentence: ``(No space left on device): make room on that disk``."""
    reason = error.strerror or str(error) or type(error).__name__
    advice = _BY_NUMBER.get(error.errno or 0, "look at what is there and try again")
    return f"({reason}): {advice}."


def sentence(error: OSError | MemoryError) -> str:
    """The whole sentence for a failure that nobody nearer had better words for."""
    if isinstance(error, MemoryError):
        return (
            "The memory of this computer is used up: close other programs and try "
            "again; the log is as it was."
        )
    name = error.filename
    what = repr(name) if isinstance(name, int) else str(name or "A file or the output")
    return f"{what} cannot be used {why(error)}"
