"""Key pictures drawn in a process of their own, where no graphics card draws: the window never waits for one."""
