"""One router a noun, each thin: parse, call, answer."""

from api.routes.assets import router as assets
from api.routes.certificate import router as certificate
from api.routes.charts import router as charts
from api.routes.force_reviews import router as force_reviews
from api.routes.goals import router as goals
from api.routes.inspections import router as inspections
from api.routes.page import router as page
from api.routes.rosters import router as rosters

ROUTERS = (page, assets, inspections, rosters, force_reviews, goals, certificate, charts)
