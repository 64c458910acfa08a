"""Cards: what a log shows of effort and of its outcome, a sentence each."""
