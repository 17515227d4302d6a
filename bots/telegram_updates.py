"""Updates of Telegram as the handlers want them: `Incoming`, or None where nothing is for us."""

from dataclasses import replace
from typing import Any

import telegram

from bots.bot_types import FileIn, Incoming, OtherKind

OTHERS: tuple[tuple[str, OtherKind], ...] = (
    ("photo", "photo"), ("voice", "voice"), ("audio", "voice"), ("video", "video"),
    ("video_note", "video"), ("animation", "video"), ("sticker", "sticker"),
    ("contact", "contact"), ("location", "location"), ("venue", "location"), ("poll", "poll"),
)  # fmt: skip


def read(raw: dict[str, Any], bot: telegram.Bot) -> Incoming | None:
    """An update as the handlers want it; None: nothing for us. Malformed ones raise anything."""
    update = telegram.Update.de_json(raw, bot)
    if update.callback_query is not None:
        return _button(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _added(update.update_id, update.my_chat_member)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message, bot)
    if update.message is None or update.message.from_user is None:
        return None
    if update.message.from_user.is_bot:
        return None
    return _message(update.update_id, update.message, bot)


def _message(update_id: int, message: telegram.Message, bot: telegram.Bot) -> Incoming | None:
    private = message.chat.type == "private"
    text = message.text or message.caption or ""
    replied = message.reply_to_message
    to_bot = bool(replied and replied.from_user and replied.from_user.id == bot.id)
    text, mentioned = _without_mention(text, bot.username)
    command, rest = _command(text, bot.username)
    common: dict[str, Any] = {
        "update_id": update_id, "user": message.from_user.id if message.from_user else 0,
        "chat": message.chat.id, "message": message.message_id,
        "name": message.from_user.full_name if message.from_user else "", "private": private,
        "addressed": private or mentioned or to_bot or bool(command),
        "forwarded": message.forward_origin is not None, "album": message.media_group_id,
        "at": message.date.timestamp(), "replied": replied.message_id if replied else None,
        "replied_text": (replied.text or replied.caption or "") if replied and to_bot else "",
    }  # fmt: skip
    if message.document is not None and not message.animation:
        held = FileIn(
            message.document.file_id, message.document.file_name or "berkas",
            message.document.file_size,
        )  # fmt: skip
        return Incoming(kind="file", text=text, file=held, **common)
    if command:
        return Incoming(kind="command", command=command, text=rest, **common)
    if message.text is not None:
        return Incoming(kind="text", text=text, link=_only_link(message), **common)
    other = next((kind for name, kind in OTHERS if getattr(message, name)), None)
    if other is None:
        return None  # somebody joined, the title changed, …
    return Incoming(kind="other", other=other, text=text, **common)


def _edited(update_id: int, message: telegram.Message, bot: telegram.Bot) -> Incoming | None:
    """A command whose message was changed; other changed messages are not answered again."""
    if message.from_user is None or message.from_user.is_bot:
        return None
    found = _message(update_id, message, bot)
    if found is None or found.kind != "command" or message.edit_date is None:
        return None
    return replace(found, kind="edited", at=message.edit_date.timestamp())


def _only_link(message: telegram.Message) -> bool:
    words = (message.text or "").split()
    return len(words) == 1 and words[0].lower().startswith(("http://", "https://", "www."))


def _without_mention(text: str, name: str) -> tuple[str, bool]:
    """The text without the mention of the bot, and whether there was one."""
    words = text.split(" ")
    kept = [w for w in words if w.strip(",.:;?!").lower() != f"@{name.lower()}"]
    return " ".join(kept).strip(), len(kept) < len(words)


def _command(text: str, name: str) -> tuple[str, str]:
    """ "/tanya@Bot apa" -> ("tanya", "apa"); a command for another bot is none."""
    head, _, rest = text.partition("\n" if "\n" in text.split(" ")[0] else " ")
    if not head.startswith("/") or len(head) < 2:
        return "", text
    command, _, target = head[1:].partition("@")
    if target and target.lower() != name.lower():
        return "", text
    return command.lower(), rest.strip()


def _button(update_id: int, query: telegram.CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or query.data is None:
        return None
    return Incoming(
        update_id=update_id, kind="button", user=query.from_user.id, chat=message.chat.id,
        message=message.message_id, text=query.data, name=query.from_user.full_name,
        private=message.chat.type == "private", callback=query.id,
    )  # fmt: skip


def _added(update_id: int, change: telegram.ChatMemberUpdated) -> Incoming | None:
    inside = ("member", "administrator")
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type == "private" or was in inside or now not in inside:
        return None
    return Incoming(
        update_id=update_id, kind="added", user=change.from_user.id, chat=change.chat.id, message=0,
        name=change.from_user.full_name, private=False,
    )  # fmt: skip
