"""What carries one."""
