"""From a question to an answer; the only room that knows OR-Tools."""
