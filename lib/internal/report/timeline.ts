/** How busy the loop was, and how long it let things wait, over time. */

/** One column of the timeline; times in milliseconds. */
export interface Moment {
  from: number;
  to: number;
  /** Between 0 and 1; null when nothing is known of that time. */
  utilization: number | null;
  /** The largest of the statistics that fall into it. */
  delay: { p50: number; p99: number; max: number };
}

interface Delay {
  p50: number;
  p99: number;
  max: number;
}

/** Points, one for each line of statistics. */
export class Timeline {
  #points: { end: number; interval: number; busy: number; delay: Delay }[] = [];

  /** Statistics of the `interval` before `end`, in which the loop was held for `busy`. */
  add(end: number, interval: number, busy: number, delay: Delay): void {
    this.#points.push({ end, interval, busy, delay });
  }

  /** The time between the two in at most `columns` equal parts, none shorter than a second. */
  divide(from: number, to: number, columns: number): Moment[] {
    if (!(to > from)) return [];
    const count = Math.max(1, Math.min(columns, Math.round((to - from) / 1000)));
    const width = (to - from) / count;
    const known = new Array<number>(count).fill(0);
    const busy = new Array<number>(count).fill(0);
    const moments: Moment[] = Array.from({ length: count }, (_, i) => ({
      from: Math.round(from + i * width),
      to: Math.round(from + (i + 1) * width),
      utilization: null,
      delay: { p50: 0, p99: 0, max: 0 },
    }));
    for (const point of this.#points) {
      const start = Math.max(from, point.end - point.interval);
      const end = Math.min(to, point.end);
      const last = Math.min(count - 1, Math.ceil((end - from) / width) - 1);
      for (let i = Math.max(0, Math.floor((start - from) / width)); i <= last; i++) {
        const overlap = Math.min(end, from + (i + 1) * width) - Math.max(start, from + i * width);
        if (overlap <= 0) continue;
        known[i]! += overlap;
        busy[i]! += (overlap * point.busy) / point.interval;
        // A sliver of a neighbouring second says nothing about this one.
        if (overlap < Math.min(point.interval, width) / 4) continue;
        const { delay } = moments[i]!;
        for (const key of ["p50", "p99", "max"] as const) delay[key] = Math.max(delay[key], point.delay[key]);
      }
    }
    moments.forEach((moment, i) => {
      if (known[i]! > 0) moment.utilization = Math.min(1, busy[i]! / known[i]!);
    });
    return moments;
  }
}
