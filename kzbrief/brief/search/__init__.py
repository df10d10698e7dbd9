"""Searching briefs: texts folded to words that keep their places, word forms, questions, and what of a brief can be found."""
