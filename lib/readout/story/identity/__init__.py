"""Who is who: names of different articles that mean one person, and why.

A name is taken apart (names), its spellings are folded (romanise, given_names), two names are judged (likeness),
namings are joined into groups (linking; family names alone: alone), and groups become people (persons). What the
story knows for a place is nobody (places).
"""

from readout.story.identity.groups import Group, Naming
from readout.story.identity.linking import group_names
from readout.story.identity.persons import ids_by_name, make_people
from readout.story.identity.places import without_places

__all__ = ["Group", "Naming", "group_names", "ids_by_name", "make_people", "without_places"]
