// The live page: asks the monitor once a second, and shows what it says. All text is set as text, never as markup.
import { LineChart } from "/charts.js";

const kPoints = 300;
const element = (id) => document.getElementById(id);

function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  node.append(...children.filter((child) => child != null));
  return node;
}
function setText(id, text, mood = "") {
  const node = element(id);
  if (node.textContent !== text) node.textContent = text;
  if (node.className !== mood && node.tagName === "P") node.className = mood;
}
/** Replaces an element's content when what it was made from has changed, so that a selection outlives an update. */
const shown = new Map();
function update(id, source, make) {
  const key = JSON.stringify(source);
  if (shown.get(id) === key) return;
  shown.set(id, key);
  const node = element(id);
  (node.tBodies?.[0] ?? node).replaceChildren(...make());
}

const round = (value, digits) => value.toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
function duration(ms) {
  if (ms == null) return "–";
  if (ms === 0) return "0 ms";
  if (ms < 1) return `${Math.round(ms * 1000)} µs`;
  if (ms < 1000) return `${round(ms, ms < 10 ? 1 : 0)} ms`;
  if (ms < 60_000) return `${round(ms / 1000, ms < 10_000 ? 2 : 1)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function bytes(size) {
  if (size === 0) return "0";
  if (size < 1 << 20) return `${round(size / 1024, 0)} KiB`;
  if (size < 1 << 30) return `${round(size / (1 << 20), size < 100 << 20 ? 1 : 0)} MiB`;
  return `${round(size / (1 << 30), 2)} GiB`;
}
const count = (value) => Math.round(value).toLocaleString("en").replaceAll(",", "\u202f");
const percent = (share) => `${round(share * 100, share > 0 && share < 0.1 ? 1 : 0)} %`;
const clock = (ms) => new Date(ms).toLocaleTimeString([], { hourCycle: "h23" });

const kCauses = {
  "sync-call": "blocking call", javascript: "JavaScript", "tick-flood": "nextTick flood",
  "microtask-flood": "microtask flood", gc: "garbage collection", "cpu-wait": "waiting for a CPU",
  "page-faults": "page faults", native: "native code", unknown: "unknown",
};
const kVictims = {
  timer: ["timer", "timers"], immediate: ["immediate", "immediates"],
  completion: ["finished operation", "finished operations"], socket: ["socket with data", "sockets with data"],
  connection: ["new connection", "new connections"],
};
const kSplit = [
  ["javascript", "JavaScript"], ["sync", "blocking calls"], ["gc", "garbage collection"],
  ["cpuWait", "waiting for a CPU"], ["stopped", "stopped"], ["unattributed", "not attributed"],
];

function place(frame) {
  const cut = frame.file.lastIndexOf("/") + 1;
  const at = frame.column > 0 ? `${frame.line}:${frame.column}` : `${frame.line}`;
  return h("span", { class: "place" }, frame.function || "top level", " ",
    h("span", { class: "folder" }, frame.file.slice(0, cut)), `${frame.file.slice(cut)}:${at}`);
}
const stackLines = (stack) => stack.map((frame) => h("li", {}, place(frame)));
const callText = (name, args) => h("code", {}, `${name}(${args ?? ""})`);
/** What a task was seen doing, as a tree of calls; nothing where one place took nearly all of it. */
function callTree({ tree }) {
  const most = ({ self = 0, calls }) => Math.max(self, ...calls.map(most));
  if (!tree || tree.count < 3 || most(tree) > 0.9) return null;
  const list = ({ calls, other }) => h("ul", {},
    ...calls.map((call) => h("li", {}, h("b", {}, percent(call.total)), call.skipped ? `${call.skipped} calls further: ` : "", place(call),
      call.calls.length && call.self >= 0.05 ? h("span", { class: "cause" }, `, ${percent(call.self)} itself`) : null,
      call.calls.length || call.other >= 0.05 ? list(call) : null)),
    other >= 0.05 ? h("li", {}, h("b", {}, percent(other)), h("span", { class: "cause" }, "others")) : null);
  const late = tree.late > 0 ? `, ${count(tree.late)} times too late` : "";
  return h("details", { class: "tree" }, h("summary", {}, `seen ${count(tree.count)} times${late}`), list(tree));
}
function what(task) {
  const cause = kCauses[task.cause] ?? task.cause;
  return h("td", { class: "what" }, task.name ? callText(task.name, task.arguments) : cause,
    task.name ? h("span", { class: "cause" }, ` ${cause}`) : null, task.stack[0] ? place(task.stack[0]) : null, callTree(task));
}
function waited(victims) {
  const parts = victims.map(({ kind, count: n, longestMs }) => {
    const [one, many] = kVictims[kind] ?? [kind, kind];
    return `${count(n)} ${n === 1 ? one : many}${longestMs > 0 ? `, up to ${duration(longestMs)}` : ""}`;
  });
  return h("td", { class: "waited" }, parts.join("; ") || "nobody");
}
const number = (text) => h("td", { class: "number" }, text);
function key(label, color) {
  const node = h("span", { class: "key" }, label);
  node.style.setProperty("--color", `var(${color})`);
  return node;
}

const atLeast = (top) => (_, high) => [0, Math.max(top, high * 1.1)];
const charts = {
  utilization: new LineChart(element("chart-utilization"), {
    series: [{ label: "utilisation", color: "--accent", fill: "--accent-soft" }],
    format: (value) => percent(value), range: () => [0, 1],
  }),
  delay: new LineChart(element("chart-delay"), {
    series: [{ label: "longest", color: "--warm" }, { label: "99 %", color: "--accent" }],
    format: duration, range: atLeast(10),
  }),
  memory: new LineChart(element("chart-memory"), {
    series: [{ label: "resident", color: "--cool" }, { label: "heap in use", color: "--accent", fill: "--accent-soft" }],
    format: bytes, range: atLeast(16 << 20), steps: Array.from({ length: 24 }, (_, i) => 2 ** (20 + i)),
  }),
};
element("delay-legend").append(key("longest", "--warm"), key("99 %", "--accent"));
element("memory-legend").append(key("resident", "--cool"), key("heap in use", "--accent"));
element("split-legend").append(...kSplit.map(([name, label]) => key(label, `--split-${name}`)));

let points = [];
function showCharts(live) {
  if (live.points.length === 0) return;
  points = points.concat(live.points).slice(-kPoints);
  const column = (i) => points.map((point) => point[i]);
  const times = column(1);
  charts.utilization.set([times, column(2)]);
  charts.delay.set([times, column(5), column(4)]);
  charts.memory.set([times, column(8), column(9)]);
}

function showTiles(live) {
  const last = points.at(-1);
  const { delay, memory, longTasks } = live;
  const stuck = live.state === "stuck";
  const share = stuck ? 1 : (last?.[2] ?? 0);
  setText("utilization", percent(share), share > 0.95 ? "bad" : share > 0.75 ? "warm" : "");
  setText("p99", duration(delay.p99Ms), delay.p99Ms > 500 ? "bad" : delay.p99Ms > 50 ? "warm" : "");
  setText("delay-max", `longest ${duration(delay.maxMs)}`);
  setText("blocked", duration(longTasks.blockedMs + (stuck ? live.turnMs : 0)));
  setText("blocked-count", longTasks.count === 1 ? "by 1 long task" : `by ${count(longTasks.count)} long tasks`);
  setText("rate", last ? count(last[6]) : "–");
  setText("cpu", last ? percent(last[7]) : "–");
  setText("memory", bytes(memory.resident));
  setText("heap", `heap ${bytes(memory.heapUsed)} of ${bytes(memory.heapLimit)}`);
}

function showState(live) {
  const names = { idle: "waiting for events", running: "running", starting: "starting", stuck: `stuck for ${duration(live.turnMs)}` };
  const state = element("state");
  state.className = `state ${live.state}`;
  if (state.textContent !== names[live.state]) state.textContent = names[live.state];
  setText("process", `${live.version} · process ${live.pid} · up ${duration(Math.floor(live.upMs / 1000) * 1000)}`);
  document.title = live.state === "stuck" ? `Stuck · Rondo ${live.pid}` : `Rondo ${live.pid}`;
}

function showStuck(live) {
  const stuck = live.state === "stuck";
  element("stuck").hidden = !stuck;
  if (!stuck) return;
  const { task, waiting } = live;
  setText("stuck-title", `The loop has been stuck for ${duration(live.turnMs)}`);
  update("stuck-what", [task?.kind, task?.call, task?.number], () => [
    task ? `It runs task ${task.number}, of kind ${task.kind}` : "It runs between two tasks",
    ...(task?.call ? [", now in ", callText(task.call)] : []), ".",
  ]);
  update("stuck-stack", task?.stack ?? [], () => stackLines(task?.stack ?? []));
  const parts = [];
  if (waiting.connections) parts.push(`${count(waiting.connections)} new connections`);
  if (waiting.sockets) parts.push(`${count(waiting.sockets)} sockets with data`);
  if (waiting.timerOverdueMs > 0) parts.push(`a timer overdue by ${duration(waiting.timerOverdueMs)}`);
  setText("stuck-waiting", parts.length ? `Waiting meanwhile: ${parts.join(", ")}.` : "", "muted");
}

function showNow(live) {
  const { task } = live;
  const source = task && live.turnMs > 20 ? [task.number, task.kind, task.call, duration(task.ageMs), task.stack] : null;
  update("now", source, () => {
    if (!source) return [h("p", {}, "No task runs for long."), h("p", { class: "muted" }, "A task that holds the loop stands here, with its age and, from half of the threshold on, its stack.")];
    return [
      h("p", {}, h("strong", {}, `Task ${task.number}`), ` of kind ${task.kind}, for ${duration(task.ageMs)}`,
        ...(task.call ? [", in ", callText(task.call)] : [])),
      task.stack.length ? h("ol", { class: "stack" }, ...stackLines(task.stack))
        : h("p", { class: "muted" }, task.call ? "Native code: its place is known when it ends." : "No stack was taken yet."),
    ];
  });
}

function showQueues({ waiting }) {
  const rows = [
    ["new connections", waiting.connections], ["sockets with data", waiting.sockets],
    ["finished operations", waiting.completions], ["immediates", waiting.immediates],
    ["operations in flight", waiting.requests], ["waiting for the pool", waiting.poolQueued],
  ];
  update("queues", waiting, () => [
    ...rows.map(([label, n]) => h("div", {}, h("dt", {}, label), h("dd", n > 0 ? {} : { class: "none" }, count(n)))),
    h("div", { class: "wide" }, h("dt", {}, "next timer"),
      waiting.timerOverdueMs > 20 ? h("dd", { class: "bad" }, `overdue by ${duration(waiting.timerOverdueMs)}`)
        : h("dd", waiting.timerInMs == null ? { class: "none" } : {}, waiting.timerInMs == null ? "none" : `in ${duration(waiting.timerInMs)}`)),
    h("div", { class: "wide" }, h("dt", {}, `pool${waiting.poolThreads ? ` of ${waiting.poolThreads} threads` : ""}`),
      h("dd", waiting.poolRunning.length ? {} : { class: "none" },
        waiting.poolRunning.map(({ name, ageMs }) => `${name} ${duration(ageMs)}`).join(", ") || "idle")),
  ]);
}

function showHistogram({ delay }) {
  const { buckets, points: total } = delay;
  update("histogram", buckets, () => buckets.slice(0, -1).map(({ leMs, count: n }, i) => {
    const share = total > 0 ? n / total : 0;
    const mood = n === 0 ? "" : leMs > 500 ? "some awful" : leMs > 50 ? "some slow" : "some";
    const fill = h("i", {});
    // Small shares must still be seen beside a large one: the height grows with the square root.
    fill.style.height = `${Math.sqrt(share) * 74}%`;
    const label = i === 0 ? "<1" : leMs < 1000 ? `${leMs}` : `${leMs / 1000} s`;
    const text = share >= 0.0995 ? percent(share) : share >= 0.001 ? `${round(share * 100, 1)} %` : n > 0 ? "<0.1 %" : "";
    return h("div", { class: `bar ${mood}${share >= 0.05 ? " large" : ""}`, title: `up to ${duration(leMs)}: ${percent(share)}` },
      h("b", {}, text), fill, h("span", {}, label));
  }));
}

function splitBar(split, total, throttled) {
  const parts = kSplit.filter(([name]) => split[`${name}Ms`] > 0);
  const bar = h("div", { class: "split", role: "img" });
  const quota = throttled ? ` (up to ${duration(throttled)} of it throttled by the CPU quota of the cgroup)` : "";
  bar.title = parts.map(([name, label]) => `${label} ${duration(split[`${name}Ms`])}${name === "cpuWait" ? quota : ""}`).join("\n");
  bar.setAttribute("aria-label", bar.title);
  for (const [name] of parts) {
    const part = h("span", {});
    part.style.width = `${(split[`${name}Ms`] / total) * 100}%`;
    part.style.background = `var(--split-${name})`;
    bar.append(part);
  }
  return bar;
}

function showTables(live) {
  const { culprits, latest } = live.longTasks;
  element("no-culprits").hidden = culprits.length > 0;
  element("culprits").hidden = culprits.length === 0;
  element("latest-panel").hidden = latest.length === 0;
  update("culprits", culprits.map(({ lastTime, ...rest }) => rest), () => culprits.map((culprit) => h("tr", {},
    what(culprit), number(duration(culprit.totalMs)), number(count(culprit.count)), number(duration(culprit.worstMs)),
    waited(culprit.victims))));
  update("latest", latest.map((task) => task.number), () => latest.slice(0, 20).map((task) => h("tr", {},
    h("td", { class: "time" }, clock(task.startTime)), h("td", { class: "kind" }, task.kind), what(task),
    number(duration(task.durationMs)), h("td", {}, splitBar(task.split, task.durationMs, task.throttledMs)), waited(task.victims))));
  update("kinds", live.kinds, () => [...live.kinds].sort((a, b) => b.totalMs - a.totalMs).map((kind) => h("tr", {},
    h("td", {}, kind.kind), number(count(kind.count)), number(duration(kind.totalMs)),
    number(duration(kind.totalMs / kind.count)))));
  update("active", live.active, () => live.active.map(({ type, count: n }) => h("tr", {}, h("td", {}, type), number(count(n)))));
}

let pid = 0;
let lostSince = 0;
async function look() {
  let live;
  try {
    const response = await fetch(`/live?since=${points.at(-1)?.[0] ?? 0}`, { signal: AbortSignal.timeout(4000) });
    live = await response.json();
  } catch {
    lostSince ||= Date.now();
    document.body.classList.add("lost");
    element("state").className = "state";
    element("state").textContent = `not reachable since ${clock(lostSince)}`;
    return 1000;
  }
  if (pid !== 0 && pid !== live.pid) location.reload();  // another process has the port now
  pid = live.pid;
  lostSince = 0;
  document.body.classList.remove("lost");
  for (const show of [showCharts, showState, showStuck, showTiles, showNow, showQueues, showHistogram, showTables]) show(live);
  return live.state === "stuck" || live.turnMs > 100 ? 250 : 1000;
}

async function run() {
  for (;;) {
    const pause = await look();
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (document.hidden) await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
  }
}
run();
