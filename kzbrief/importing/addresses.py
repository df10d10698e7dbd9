"""Web addresses in notes: taken out of the text, made whole, and put back as one sign each."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from .lines import cleaned, unescaped

OPEN, CLOSE = "\x01", "\x02"
SIGN = re.compile(f"{OPEN}([0-9]+){CLOSE}")
"""The sign for an address; its number is its place in the list."""

_ANGLE = re.compile(r"<\s{0,3}((?:https?://|www\.)[^<>]{1,3000})>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]{1,1500})\]\(\s?(https?://(?:[^\s()<>]|\([^\s()<>]{0,300}\)){1,3000})(?:\s\"[^\"]{0,300}\")?\s?\)")
_PLAIN = re.compile(r"(?:https?://|(?<![\w/.@])www\.(?=\w))[^\s<>\u201c\u201d\"\u00ab\u00bb\u2190-\u21ff\x01\x02]{2,3000}", re.IGNORECASE)
_VALID = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]+\Z")
_TOO_LONG = re.compile(r"[0-9A-Fa-f_]{300}")


class Addressed(NamedTuple):
    """A text whose addresses have been taken out."""

    text: str
    """The text, a sign where an address stood."""
    addresses: tuple[str, ...]
    """The addresses, by the numbers of their signs."""


def take_out(text: str) -> Addressed:
    """Return a text with signs for its addresses. The words of a link stay before its sign."""
    addresses: list[str] = []

    def keep(address: str) -> str:
        addresses.append(whole(address))
        return f"{OPEN}{len(addresses) - 1}{CLOSE}"

    def link(found: re.Match[str]) -> str:
        words = found[1].strip()
        plain = unescaped(words)
        if re.match(r"(?:https?://|www\.)\S+\Z", plain) or plain.strip("./") in found[2]:
            return keep(found[2])
        return f"{words} {keep(found[2])}"

    def plain(found: re.Match[str]) -> str:
        address = found[0]
        kept = _trimmed(address)
        return keep(kept) + address[len(kept) :]

    text = text.replace(OPEN, " ").replace(CLOSE, " ")
    text = _LINK.sub(link, text)
    text = _ANGLE.sub(lambda found: keep("".join(found[1].split())), text)
    return Addressed(_PLAIN.sub(plain, text), tuple(addresses))


def whole(address: str) -> str:
    """Return an address without what Markdown and HTML put into it."""
    address = unescaped(address.strip())
    return address if re.match("https?://", address, re.IGNORECASE) else f"http://{address}"


def valid(address: str) -> str | None:
    """Return an address as the format takes it, None where it cannot."""
    scheme, colon, rest = address.partition(":")
    address = scheme.lower() + colon + rest
    return address if _VALID.match(address) and not _TOO_LONG.search(address) and cleaned(address, 4000) == address else None


def title_from(address: str) -> str:
    """Return words for a page of which nothing but the address is known: the last part of it that has letters."""
    path = re.sub(r"^https?://|[?#].*$", "", address, flags=re.DOTALL | re.IGNORECASE)
    parts = [part for part in path.split("/") if part]
    for part in reversed(parts[1:]):
        words = " ".join(re.split(r"[-_+.\s]+", re.sub(r"\.\w{2,5}$", "", unquote(part)))).strip()
        if sum(map(str.isalpha, words)) >= 6:
            return words
    return path or address


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence behind it."""
    while address:
        last = address[-1]
        if last in ".,;:!?'\u2019*]}" or (last == ")" and address.count("(") < address.count(")")):
            address = address[:-1]
        else:
            break
    return address
