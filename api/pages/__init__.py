"""The page of a rota: templates, the tables beside the charts, and the assets of its own."""
