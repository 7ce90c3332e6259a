"""What leaves the machine, watched at the border of the kernel: nothing may."""
