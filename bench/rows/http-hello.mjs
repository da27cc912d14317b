// Hello through http.createServer, one request at a time and 16 pipelined, 64 connections: the server's CPU a request.
import { cpuPerRequest, native } from "../workloads/servers.mjs";

const body = "Hello, world!\n";
const workload = { script: "hello", expect: (answer) => answer.body.toString() === body };

export default [
  {
    id: "http-hello",
    group: "http",
    title: "hello, 64 connections",
    unit: "µs CPU/request",
    peers: ["floor", "rondo", "node", "bun", "deno", "bun-serve", "deno-serve"],
    variants: native,
    goals: [
      { peer: "floor", atMost: 1.15 },
      { peer: "node", ratio: 1.8 },
      { peer: "bun", ratio: 1.8 },
      { peer: "deno", ratio: 1.8 },
      { peer: "bun-serve", ratio: 1 },
      { peer: "deno-serve", ratio: 1 },
    ],
    also: [
      { key: "rps", title: "rate", unit: "requests/s" },
      { key: "rss", title: "memory", unit: "MiB" },
    ],
    quick: true,
    measure: (runtime, ctx) => cpuPerRequest(runtime, ctx, workload),
  },
  {
    id: "http-pipelined",
    group: "http",
    title: "hello, 16 pipelined on each of 64 connections",
    unit: "µs CPU/request",
    peers: ["floor", "rondo", "node", "bun", "deno", "bun-serve", "deno-serve"],
    variants: native,
    goals: [{ peer: "node", ratio: 5 }],
    also: [{ key: "rps", title: "rate", unit: "requests/s" }],
    quick: true,
    measure: (runtime, ctx) => cpuPerRequest(runtime, ctx, { ...workload, wrk: { pipeline: 16 } }),
  },
];
