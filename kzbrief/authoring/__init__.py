"""For authors: the beginning of a new brief, and the schemas that editors complete and check it with."""
