"""A real browser that tells when the last thing on a page was painted."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
# Where the content stands: in Streamlit's main column, or in the floor's own.
ISI = '[data-testid="stMainBlockContainer"], #isi'
QUIET_MS = 400
PATIENCE_MS = 60_000

# What a reader sees: the words, and the shapes that are drawn. A frame counts when it
# is out. Plotly in Streamlit draws each new figure twice, the second time alike: what
# counts is the first frame that shows what stays.
METER = """
() => {
  const meter = { start: 0, changed: 0, frames: [] };
  const seen = () => [...document.querySelectorAll('ISI')].map((isi) =>
    isi.textContent + [...isi.querySelectorAll('svg path, svg text, svg g')].map((e) =>
      (e.getAttribute('d') ?? '') + (e.getAttribute('transform') ?? '')
      + (e.style.fill ?? '')).join()).join();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    meter.changed = performance.now();
    meter.frames.push([meter.changed, seen()]);
  };
  new MutationObserver((changes) => {
    const inside = changes.some(({ target }) =>
      (target.closest ? target : target.parentElement)?.closest?.('ISI'));
    if (inside) requestAnimationFrame(() => channel.port2.postMessage(0));
  }).observe(document, { subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['d', 'transform', 'points', 'x', 'y',
      'width', 'height', 'src'] });
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[role="option"]')) {
      Object.assign(meter, { start: performance.now(), changed: 0, frames: [] });
    }
  }, true);
  window.__meter = meter;
}
"""
DONE = """
() => {
  const { changed } = window.__meter;
  const app = document.querySelector('[data-testid="stApp"]');
  const idle = !app || app.dataset.testScriptState === 'notRunning';
  return idle && changed > 0 && performance.now() - changed > QUIET
    && document.querySelector('ISI') !== null;
}
"""
TOOK = """
() => {
  const { start, frames } = window.__meter;
  const final = frames.at(-1)[1];
  let first = frames.length - 1;
  while (first > 0 && frames[first - 1][1] === final) first -= 1;
  return frames[first][0] - start;
}
"""


@dataclass
class Lembar:
    """An open page: how long its last change took, and what it was sent."""

    page: Page
    received_bytes: int = field(default=0)

    def wait_ms(self) -> float:
        """Wait until nothing changes any more; the time until what stays was shown."""
        done = DONE.replace("ISI", ISI).replace("QUIET", str(QUIET_MS))
        self.page.wait_for_function(done, timeout=PATIENCE_MS)
        return self.page.evaluate(TOOK)

    def pick_ms(self, label: str, option: str) -> float:
        """Choose an option of a picker; the time from that click until it is shown."""
        picker = self.page.get_by_role("combobox", name=label, exact=True)
        picker.or_(self.page.locator("button[aria-haspopup=listbox]")).first.click()
        choice = self.page.get_by_role("option", name=option, exact=True)
        choice.wait_for()
        self.received_bytes = 0
        choice.click()
        return self.wait_ms()

    def _count(self, socket: WebSocket) -> None:
        def add(payload: str | bytes) -> None:
            self.received_bytes += len(payload)

        socket.on("framereceived", add)


def program() -> str:
    """The system's Chromium; raises RuntimeError when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise RuntimeError("Chromium is not installed: apt install chromium")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium; nothing outside this machine is reached."""
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=program(), args=ARGS)
        yield chromium
        chromium.close()


@contextmanager
def opened(chromium: Browser, url: str) -> Iterator[tuple[Lembar, float]]:
    """A page in a fresh profile (empty cache), and the time of its first full load."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({METER.replace('ISI', ISI)})()")
    sheet = Lembar(page)
    page.on("websocket", sheet._count)
    page.goto(url)
    yield sheet, sheet.wait_ms()
    context.close()
