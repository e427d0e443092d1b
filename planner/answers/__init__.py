"""Answers to questions about a rota: who could cover, why not there, what if."""
