"""How training went over time: the values of the views, each with a sentence."""
