"""Altair charts. Each takes plain rows, knows no story, and can be drawn as narrow as a phone."""
