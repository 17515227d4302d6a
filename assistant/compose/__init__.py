"""The answer without a model: sentences from corpus data and passages, each with its mark.

`COMPOSERS` is tried in order; the first that has something to say answers. Each takes the
`Case` and returns a `Draft` or None. A message with several parts is answered part by part.
"""

from assistant.compose.composers import COMPOSERS
from assistant.compose.draft import Case, Draft
from assistant.compose.several import composed

__all__ = ["COMPOSERS", "Case", "Draft", "composed"]
