// Lines over time, drawn by uPlot in the page's colours.

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Seconds that a chart shows at least, so that its first points do not run about. */
const kShortest = 60;

/** Charts that must be drawn anew when the colours change. */
const charts = [];
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const chart of charts) chart.rebuild();
});

/**
 * One chart. `series` is a list of { label, color (a custom property), fill }; `format` gives a value's text; `range` the
 * axis' bounds of (lowest, highest); `steps` the distances that may lie between two of its lines.
 */
export class LineChart {
  constructor(element, { series, format, range, steps }) {
    this.element = element;
    this.options = { series, format, range, steps };
    this.data = [[], ...series.map(() => [])];
    this.rebuild();
    charts.push(this);
    new ResizeObserver(() => this.plot.setSize(this.size())).observe(element);
  }

  size() {
    return { width: Math.max(200, this.element.clientWidth), height: this.element.clientHeight };
  }

  rebuild() {
    this.plot?.destroy();
    const { series, format, range, steps } = this.options;
    const axis = {
      stroke: colour("--muted"),
      font: "11px system-ui, sans-serif",
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { show: false },
    };
    const options = {
      ...this.size(),
      padding: [8, 16, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      legend: { show: false },
      scales: { x: { range: (_, first, last) => [Math.min(first, last - kShortest), last] }, y: { range: (_, low, high) => range(low ?? 0, high ?? 0) } },
      axes: [
        { ...axis, grid: { show: false }, size: 26, space: 80, incrs: [10, 15, 30, 60],
          values: (_, times) => times.map((time) => new Date(time * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })) },
        { ...axis, size: 58, space: 32, ...(steps && { incrs: steps }), values: (_, values) => values.map(format) },
      ],
      series: [
        {},
        ...series.map(({ label, color, fill }) => ({
          label, stroke: colour(color), width: 1.5, points: { show: false },
          fill: fill ? colour(fill) : undefined,
        })),
      ],
      hooks: { setCursor: [(plot) => this.tell(plot)] },
    };
    this.plot = new uPlot(options, this.data, this.element);
  }

  /** What the pointer is on, as the element's tooltip. */
  tell(plot) {
    const at = plot.cursor.idx;
    if (at == null) return;
    const time = new Date(this.data[0][at] * 1000).toLocaleTimeString([], { hourCycle: "h23" });
    const values = this.options.series.map(({ label }, i) => `${label} ${this.options.format(this.data[i + 1][at])}`);
    this.element.title = `${time}\n${values.join("\n")}`;
  }

  set(data) {
    this.data = data;
    this.plot.setData(data);
  }
}
