"""The composers, in the order in which they are tried."""

from collections.abc import Callable

from assistant.compose.about import about
from assistant.compose.deadlines import deadlines
from assistant.compose.draft import Case, Draft
from assistant.compose.foreign import foreign_law
from assistant.compose.ip_spm import ip_spm
from assistant.compose.named import named_places
from assistant.compose.one_service import one_service
from assistant.compose.overview import overview
from assistant.compose.passages import passages
from assistant.compose.region import regional_figures
from assistant.compose.responsible import responsible
from assistant.compose.sense import senses
from assistant.compose.services import services
from assistant.compose.status import status

COMPOSERS: tuple[Callable[[Case], Draft | None], ...] = (
    regional_figures,
    foreign_law,
    about,
    named_places,
    overview,
    status,
    deadlines,
    ip_spm,
    senses,
    responsible,
    services,
    one_service,
    passages,
)
