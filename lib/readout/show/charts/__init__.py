"""Altair charts. Each takes plain rows, knows no story, and is drawn at any width from a phone's to a page's."""
