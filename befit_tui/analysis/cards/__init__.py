"""Cards: what a log shows of effort and of what came after, a sentence each."""
