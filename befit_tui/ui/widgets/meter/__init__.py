"""The proximity meter: two large numbers and one track, at every size."""
