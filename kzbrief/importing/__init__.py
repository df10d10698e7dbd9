"""From the text of a printed report to the draft of a brief."""
