"""Making an Ogg file the same each time: encoders give every stream a random serial number."""

from __future__ import annotations

# An Ogg page: magic, version, flags, position (8 bytes), serial (4), sequence (4), checksum (4), segment table.
_MAGIC = b"OggS"
_SERIAL = slice(14, 18)
_CHECKSUM = slice(22, 26)
_HEADER_LENGTH = 27
_POLYNOMIAL = 0x04C11DB7


def with_serial(data: bytes, serial: int) -> bytes:
    """Return an Ogg stream with this serial number on each of its pages, checksums put right.

    Raises ValueError where the data is not a chain of Ogg pages. Source: RFC 3533, section 6.
    """
    pages: list[bytes] = []
    at = 0
    while at < len(data):
        if data[at : at + 4] != _MAGIC:
            raise ValueError(f"no Ogg page at byte {at}")
        segments = data[at + _HEADER_LENGTH - 1]
        body = sum(data[at + _HEADER_LENGTH : at + _HEADER_LENGTH + segments])
        end = at + _HEADER_LENGTH + segments + body
        pages.append(_renumbered(data[at:end], serial))
        at = end
    return b"".join(pages)


def _renumbered(page: bytes, serial: int) -> bytes:
    changed = bytearray(page)
    changed[_SERIAL] = serial.to_bytes(4, "little")
    changed[_CHECKSUM] = bytes(4)
    changed[_CHECKSUM] = _checksum(changed).to_bytes(4, "little")
    return bytes(changed)


def _table() -> tuple[int, ...]:
    entries: list[int] = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (_POLYNOMIAL if value & 0x80000000 else 0)
        entries.append(value & 0xFFFFFFFF)
    return tuple(entries)


_TABLE = _table()


def _checksum(page: bytes | bytearray) -> int:
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ _TABLE[(value >> 24) ^ byte]
    return value
