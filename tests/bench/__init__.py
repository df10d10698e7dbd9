"""How fast kzbrief is, as ratios against floors: the least that any program of its kind has to do. docs/speed.md tells how."""
