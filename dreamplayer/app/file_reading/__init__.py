"""Reads files in a sandboxed child process, under limits of time, memory and text, and remembers the result."""
