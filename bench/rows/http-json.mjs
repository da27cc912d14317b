// A JSON API: POST of 512 bytes of JSON, five headers read, the URL parsed, JSON answered.
import fs from "node:fs";
import { cpuPerRequest, native } from "../workloads/servers.mjs";

const json = fs.readFileSync(new URL("../workloads/json-api.json", import.meta.url), "utf8");
const headers = {
  "Content-Type": "application/json",
  "User-Agent": "bench/1.0",
  Accept: "application/json",
  Authorization: "Bearer 0123456789abcdef0123456789abcdef",
};
const route = "/users/42?page=3&sort=name";
const lua =
  `wrk.method = "POST"\nwrk.body = [==[${json}]==]\n` +
  Object.entries(headers)
    .map(([name, value]) => `wrk.headers["${name}"] = "${value}"\n`)
    .join("");
const wanted = {
  id: "42",
  page: 3,
  name: "Ada Lovelace",
  roles: 3,
  type: "application/json",
  length: 512,
  agent: "bench/1.0",
  authorized: true,
};

const workload = {
  script: "json-api",
  request: { method: "POST", path: route, headers: { ...headers, "Content-Length": 512 }, body: json },
  expect: ({ body }) => body.toString() === JSON.stringify(wanted),
  wrk: { path: route, script: lua },
};

export default {
  id: "http-json",
  group: "http",
  title: "JSON API: POST of 512 B, five headers, URL, JSON answer",
  unit: "µs CPU/request",
  peers: ["rondo", "node", "bun", "deno", "bun-serve", "deno-serve"],
  variants: native,
  goals: [
    { peer: "node", ratio: 2 },
    { peer: "bun", ratio: 1.5 },
    { peer: "deno", ratio: 1.5 },
  ],
  also: [{ key: "rps", title: "rate", unit: "requests/s" }],
  quick: true,
  measure: (runtime, ctx) => cpuPerRequest(runtime, ctx, workload),
};
