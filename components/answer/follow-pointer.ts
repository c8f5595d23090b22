/** A point of the page, so that scrolling on the way counts. */
export type Point = { x: number; y: number };

type Follower = {
  /** A finger drags only after it has rested so long; before that it scrolls the page. */
  restMs: number;
  onMove: (to: Point) => void;
  /** Where it was let go; null if nothing was dragged after all. */
  onEnd: (to: Point | null) => void;
};

const leastPixels = 4;
const edgePixels = 64;
const scrollPixels = 8;

const pointOf = ({ pageX: x, pageY: y }: PointerEvent): Point => ({ x, y });

/** Near an edge of the window the page follows. */
function scrollAtEdge({ clientY }: PointerEvent): void {
  const step = clientY < edgePixels ? -scrollPixels : clientY > window.innerHeight - edgePixels ? scrollPixels : 0;
  if (step !== 0) window.scrollBy(0, step);
}

/** The browser sees a press where a thing was dragged with the pointer upon it, at once; what is pressed after that is meant. */
function swallowClick(): void {
  const listening = new AbortController();
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, signal: listening.signal });
  window.addEventListener("pointerdown", () => listening.abort(), { capture: true, signal: listening.signal });
  setTimeout(() => listening.abort(), 50);
}

/** Follows a pressed pointer until it is let go; where that happens counts, even if it came there in one leap. Gives a way to stop. */
export function followPointer(down: PointerEvent, { restMs, onMove, onEnd }: Follower): () => void {
  const listening = new AbortController();
  const from = pointOf(down);
  let mayDrag = restMs === 0;
  let hasMoved = false;
  const rested = setTimeout(() => {
    if (mayDrag) return;
    mayDrag = true;
    onMove(from);
  }, restMs);

  const end = (to: Point | null) => {
    clearTimeout(rested);
    listening.abort();
    if (to) swallowClick();
    onEnd(to);
  };
  const move = (event: PointerEvent) => {
    const to = pointOf(event);
    hasMoved ||= Math.hypot(to.x - from.x, to.y - from.y) >= leastPixels;
    if (!hasMoved) return;
    if (!mayDrag) return end(null);
    onMove(to);
    scrollAtEdge(event);
  };
  const up = (event: PointerEvent) => {
    hasMoved ||= Math.hypot(event.pageX - from.x, event.pageY - from.y) >= leastPixels;
    end(mayDrag && hasMoved ? pointOf(event) : null);
  };

  const listen = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void) =>
    window.addEventListener(name, listener, { signal: listening.signal });
  const isSame = ({ pointerId }: PointerEvent) => pointerId === down.pointerId;
  listen("pointermove", (event) => isSame(event) && move(event));
  listen("pointerup", (event) => isSame(event) && up(event));
  listen("pointercancel", (event) => isSame(event) && end(null));
  listen("keydown", ({ key }) => key === "Escape" && end(null));
  return () => end(null);
}
