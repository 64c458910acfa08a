"""The past: its workouts by month, one in full, one lift, the filter, corrections."""
