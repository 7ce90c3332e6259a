"""The window: OpenGL or plain surfaces, monitors, typesetting and gamepads."""
