"""What the service says when it cannot answer; it never repeats what was sent."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

_SENTENCES = {
    400: "The request cannot be understood.",
    404: "There is nothing here.",
    405: "This can only be read.",
    422: "The request does not have the form that the API asks for.",
    500: "The service met a bug; its log names the kind.",
}


def answer_plainly(app: FastAPI) -> None:
    """Answer every error by a sentence of ours."""
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _wrong_form)


def plain_answer(status: int) -> JSONResponse:
    """The answer for a status: its sentence, and nothing of the request."""
    sentence = _SENTENCES.get(status, "The request cannot be answered.")
    return JSONResponse({"detail": sentence}, status_code=status)


async def _http_error(_request: Request, error: Exception) -> JSONResponse:
    return plain_answer(getattr(error, "status_code", 500))


async def _wrong_form(_request: Request, _error: Exception) -> JSONResponse:
    return plain_answer(422)
