"""The certificate of the run that made the rota."""

from fastapi import APIRouter, HTTPException

from api.routes.served import Served
from models.result import Certificate

router = APIRouter(prefix="/v1/certificate")


@router.get("")
def read_certificate(sheets: Served) -> Certificate:
    """The certificate; 404 for a rota that no run of ours is known of."""
    if sheets.certificate is None:
        raise HTTPException(404)
    return sheets.certificate
