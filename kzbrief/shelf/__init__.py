"""The shelf: all briefs that are at hand, and an index of them in the user's cache, so that a thousand are listed without being read."""
