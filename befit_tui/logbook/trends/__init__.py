"""How training went over time: the values of the five views, each with a sentence."""
