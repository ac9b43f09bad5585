"""The frozen types of the record, ids from content, their JSON form, and the protocols by which rooms meet.

Standard library only: everything else in the package may import this room, and this room imports nothing of it.
"""
