"""Render worker: frames rendered in a process beside the window, where there is no graphics card."""
