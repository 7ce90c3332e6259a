"""Everything that can be heard: one sound a file, named by its id, in the folder of its family.

Found by looking; there is no list to edit. What several sounds share lies in `_shared`.
"""
