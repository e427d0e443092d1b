"""The words: the question, the answer, the rules; no solver and nothing of ours imported."""
