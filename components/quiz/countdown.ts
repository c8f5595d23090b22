/** What was left when the server said so, by a clock of the browser that nobody can set (`performance.now`). */
export type Countdown = { leftMs: number; atMs: number };

export const leftAt = ({ leftMs, atMs }: Countdown, nowMs: number): number => Math.max(0, leftMs - (nowMs - atMs));

/** A reply that took longer on its way seems to bring time back; more than so long is more time indeed. */
const jitterMs = 2000;

/** The countdown after another reply: it does not jump back for the sake of a slow network. */
export function resync(old: Countdown | null, leftMs: number | null, nowMs: number): Countdown | null {
  if (leftMs === null) return null;
  const known = old && leftAt(old, nowMs);
  return old && known !== null && leftMs >= known && leftMs - known < jitterMs ? old : { leftMs, atMs: nowMs };
}

/** How long until the shown second changes. */
export const untilNextSecond = (leftMs: number): number => (leftMs <= 0 ? 0 : ((leftMs - 1) % 1000) + 1);

/** "4:05", or "1:04:05" from an hour on; a second that has begun counts. */
export function clockText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
