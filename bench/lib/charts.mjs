// The charts: one SVG a group, drawn by Vega-Lite without a browser. Each row of the group is a panel with its own scale, as
// units differ; bars are medians, lines the quartiles, and the ratio to Rondo stands at the bar's end.
import fs from "node:fs";
import path from "node:path";
import { short } from "./stats.mjs";

const COLOURS = { rondo: "#c2410c", floor: "#6b7280", node: "#3f8f4f", bun: "#b98a2f", deno: "#2f6fb0" };

function panel(row) {
  const values = Object.entries(row.peers).map(([id, peer]) => {
    const ratio = id !== "rondo" && peer.ratio ? ` (${short(peer.ratio.median)} ×)` : "";
    return {
      peer: peer.label,
      runtime: peer.runtime,
      median: peer.error ? 0 : peer.median,
      q1: peer.error ? 0 : peer.q1,
      q3: peer.error ? 0 : peer.q3,
      text: peer.error ? "fails" : `${short(peer.median)}${ratio}`,
    };
  });
  const order = values.map(({ peer }) => peer);
  const largest = Math.max(...values.map(({ q3 }) => q3)) || 1;
  const y = {
    field: "peer",
    type: "nominal",
    sort: order,
    title: null,
    axis: { domain: false, ticks: false, minExtent: 120 },
  };
  const x = (field, title) => ({ field, type: "quantitative", title, scale: { domain: [0, largest * 1.25], nice: false } });
  const scale = { domain: Object.keys(COLOURS), range: Object.values(COLOURS) };
  const colour = { field: "runtime", type: "nominal", legend: null, scale };
  return {
    title: { text: row.title, anchor: "start", fontSize: 12 },
    width: 520,
    height: { step: 20 },
    data: { values },
    layer: [
      { mark: { type: "bar", height: 13 }, encoding: { y, x: x("median", row.unit), color: colour } },
      { mark: { type: "rule", color: "#111827" }, encoding: { y, x: x("q1", row.unit), x2: { field: "q3" } } },
      {
        mark: { type: "text", align: "left", dx: 5, fontSize: 10 },
        encoding: { y, x: x("q3", row.unit), text: { field: "text" } },
      },
    ],
  };
}

/** Writes GROUP.svg for each group into `folder` and returns the files' names. */
export async function drawCharts(rows, folder) {
  const vega = await import("vega");
  const vegaLite = await import("vega-lite");
  const names = [];
  for (const group of new Set(rows.map((row) => row.group))) {
    const spec = {
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
      title: { text: `${group}: lower is better`, anchor: "start", fontSize: 15 },
      background: "white",
      padding: 12,
      vconcat: rows.filter((row) => row.group === group).map(panel),
      config: {
        font: "sans-serif",
        view: { stroke: null },
        axis: { grid: false, labelFontSize: 11, titleFontSize: 10, titleFontWeight: "normal" },
      },
    };
    const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: "none" });
    const name = `${group}.svg`;
    fs.writeFileSync(path.join(folder, name), await view.toSVG());
    view.finalize();
    names.push(name);
  }
  return names;
}
