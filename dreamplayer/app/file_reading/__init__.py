"""Reads people's files in a process of its own, under limits of time, memory and text, and remembers what it found."""
