"""What stands on the stage: from mentions to scenes, light and cues."""
