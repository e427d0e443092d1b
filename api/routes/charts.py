"""The charts, as plotly's JSON."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from api.charts import CHARTS
from api.routes.served import Served

router = APIRouter(prefix="/v1/charts")


@router.get("")
def list_charts() -> tuple[str, ...]:
    """The names of the charts."""
    return tuple(CHARTS)


@router.get("/{name}", response_class=Response)
def read_chart(name: str, sheets: Served) -> Response:
    """One chart: its data and its layout."""
    if name not in CHARTS:
        raise HTTPException(404)
    return Response(CHARTS[name](sheets).to_json(), media_type="application/json")
