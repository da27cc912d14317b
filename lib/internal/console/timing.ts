/** `console.time`: labels, and durations as people read them. */

const pad = (value: number | string, digits: number): string => String(value).padStart(digits, "0");

/** `1.234ms`, `1.234s`, `1:02.345 (m:ss.mmm)`, `1:02:03.456 (h:mm:ss.mmm)`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  let seconds = ms / 1000;
  if (seconds < 60) return `${Number(seconds.toFixed(3))}s`;
  let minutes = Math.floor(seconds / 60);
  seconds -= minutes * 60;
  const hours = Math.floor(minutes / 60);
  minutes -= hours * 60;
  const [whole, fraction] = seconds.toFixed(3).split(".") as [string, string];
  if (hours === 0) return `${minutes}:${pad(whole, 2)}.${fraction} (m:ss.mmm)`;
  return `${hours}:${pad(minutes, 2)}:${pad(whole, 2)}.${fraction} (h:mm:ss.mmm)`;
}

function now(): bigint {
  return (globalThis as any).process.hrtime.bigint();
}
const warn = (text: string): void => (globalThis as any).process.emitWarning(text);

/** The clocks of one console that are running, by label. */
export class Timing {
  #started = new Map<string, bigint>();

  start(label: string): void {
    if (this.#started.has(label)) warn(`Label '${label}' already exists for console.time()`);
    else this.#started.set(label, now());
  }
  /** The time since `start`, or undefined (after a warning) when there is no such label. */
  elapsed(label: string, method: string): string | undefined {
    const started = this.#started.get(label);
    if (started === undefined) {
      warn(`No such label '${label}' for console.${method}()`);
      return undefined;
    }
    return durationText(Number(now() - started) / 1e6);
  }
  stop(label: string): void {
    this.#started.delete(label);
  }
}
