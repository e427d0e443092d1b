"""From a rota to a better one: the board, its moves and the neighbourhoods."""
