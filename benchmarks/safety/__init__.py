"""Saving: what kills, errors, full disks and two writers at once can lose, and how long it takes.

    python -m benchmarks.safety [--kills N]

Every part works on data of its own in a temporary folder. A process adds annotations and says which
are saved; it is killed, or the system calls of a save fail, or the disk is full. Then the file must
be whole and hold all that was said to be saved, and after the next save no temporary file may be
left; an annotation that moves from one file to another must be seen once at any time. Each call
into the system that a save makes is met once; where strace can trace, each system call as well.
The exit status is 1 where a claim does not hold.
"""
