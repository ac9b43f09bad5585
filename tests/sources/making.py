"""Makes the files and archives that the tests read."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from trucewatch.record.outcomes import Dropped, Skipped
from trucewatch.record.pages import Captured
from trucewatch.sources import Item, Limits, SourceOptions, capture

HTML = b"<!doctype html><title>Quiet night</title><p>The bridge at Orvanik was open all night.</p>"

Pack = Callable[[Mapping[str, bytes]], bytes]
"""`zipped` or `tarred`: an archive of the files."""

SMALL = SourceOptions(
    Limits(page_bytes=64 << 10, unpacked_bytes=4 << 20, ratio=20, ratio_from=256 << 10, members=200, nesting=4)
)


def write(root: Path, files: Mapping[str, bytes]) -> Path:
    """The files under `root`, which is returned."""
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the files, in their order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, method)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar of the files, in their order; `mode` as tarfile has it (w:gz, w:bz2, w:xz)."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for path, data in files.items():
            info = tarfile.TarInfo(path)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def gzipped(data: bytes) -> bytes:
    """A gzip file that is the same whenever it is made."""
    return gzip.compress(data, mtime=0)


def read(*arguments: Path, options: SourceOptions = SMALL) -> list[Item]:
    """All that the arguments bring."""
    return list(capture(arguments, options))


def pages(items: Sequence[Item]) -> dict[str, bytes]:
    """The captured pages by locator."""
    return {item.locator: item.data for item in items if isinstance(item, Captured)}


def drops(items: Sequence[Item]) -> dict[str, str]:
    """The drops' reasons by item."""
    return {item.item: item.why.value for item in items if isinstance(item, Dropped)}


def skips(items: Sequence[Item]) -> dict[str, str]:
    """The skipped, and why."""
    return {item.item: item.reason for item in items if isinstance(item, Skipped)}
