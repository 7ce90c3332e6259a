"""Everything that can be seen: one thing a file, named by its id, in the folder of its family.

Found by looking; there is no list to edit. What several things of a family share lies in the family's `_shared`.
"""
