"""Every sentence a user can see, in Indonesian; a file for each part that speaks."""

from assistant.messages.agent import *
from assistant.messages.answering import *
from assistant.messages.bot import *
from assistant.messages.checking import *
from assistant.messages.scoring import *
from assistant.messages.sessions import *
