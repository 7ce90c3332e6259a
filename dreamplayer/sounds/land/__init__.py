"""Caves, ice and ground."""
