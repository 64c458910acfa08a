"""The command ``befit``: the composition root, the only module that knows ui and cli."""
