"""How fast kzbrief is, as ratios against floors: the least that any program of its kind has to do. docs/performance.md tells how."""
