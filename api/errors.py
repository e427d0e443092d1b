"""What a command says when it cannot go on: sentences and an exit code, never a traceback."""

from collections.abc import Iterable

from api.exit_codes import ExitCode


class Refusal(Exception):
    """A command ends here; ``sentences`` go to standard error, one a line."""

    def __init__(self, sentences: Iterable[str], code: ExitCode = ExitCode.BAD_INPUT) -> None:
        self.sentences = tuple(sentences)
        self.code = code
        super().__init__("\n".join(self.sentences))
