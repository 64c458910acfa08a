"""What the system refuses, as words: what went wrong, and what can be done about it."""

import errno

_ANOTHER = "name another folder with --data-dir"
_ADVICE = {
    "ENOSPC": "make room on that disk and try again",
    "EDQUOT": "make room within your share of that disk and try again",
    "EFBIG": "use a disk that holds files as large",
    "EROFS": f"make that disk writable, or {_ANOTHER}",
    "EACCES": "look at who may read and write it",
    "EPERM": "look at who may read and write it",
    "EIO": "copy the data folder to another disk, this one may be failing",
    "ENOENT": "look at the path",
    "ENOTDIR": "a part of the path is a file, so look at the path",
    "EISDIR": "move away the folder that is where a file should be",
    "EEXIST": "move away what has that name",
    "ELOOP": "look where the links on the path lead",
    "ENAMETOOLONG": "give a shorter name",
    "EMFILE": "close other programs",
    "ENFILE": "close other programs",
    "ENOMEM": "close other programs",
    "EBADF": "start Befit with it open",
    "ESTALE": "connect the network drive again",
    "ETIMEDOUT": "connect the network drive again",
    "ENXIO": "start what should read it first",
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
    if name is None:
        return f"The output cannot be written {why(error)}"
    return f"{name} cannot be used {why(error)}"
