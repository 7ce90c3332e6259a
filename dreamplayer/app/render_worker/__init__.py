"""Frames rendered in a process beside the window, where no graphics card draws them."""
