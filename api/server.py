"""Runs the service on the loopback address, and on no other."""

import logging
import signal
import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

from api.errors import Refusal

LOOPBACK = "127.0.0.1"


def open_socket(port: int) -> socket.socket:
    """A socket on the loopback address; refuses a port that is taken or not ours to take."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError as error:
        listening.close()
        raise Refusal([f"cannot listen on port {port}: {error.strerror}"]) from None
    return listening


def run(app: FastAPI, listening: socket.socket) -> None:
    """Serve until asked to stop; raises ``KeyboardInterrupt`` then."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    # uvicorn's own access log would hold every path and query; ours does not.
    config = uvicorn.Config(app, access_log=False, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _stop(_signum: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
