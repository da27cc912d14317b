// Raw requests, good and bad, each with the answer that Node 24 gives (tests/fixtures/http-corpus/answers.json).
// After each case a good request is answered.
// Usage: node tests/e2e/http-corpus.mjs RONDO [--record [GROUP]]   (--record: it is Node, and its answers are kept: those of
// one group, or all)
import fs from "node:fs";
import path from "node:path";
import ambiguous from "../fixtures/http-corpus/ambiguous.mjs";
import framing from "../fixtures/http-corpus/framing.mjs";
import headers from "../fixtures/http-corpus/headers.mjs";
import limits from "../fixtures/http-corpus/limits.mjs";
import requestLine from "../fixtures/http-corpus/request-line.mjs";
import { exchange } from "../fixtures/http-corpus/raw.mjs";
import { root, slowBuild, startServer, stopServer } from "../fixtures/e2e/server.mjs";

const [, , executable, mode, only] = process.argv;
const answersFile = path.join(root, "tests/fixtures/http-corpus/answers.json");
const answers = mode === "--record" && only === undefined ? {} : JSON.parse(fs.readFileSync(answersFile, "utf8"));
const groups = [
  { title: "request line", options: {}, cases: requestLine },
  { title: "headers", options: {}, cases: headers },
  { title: "framing", options: {}, cases: framing },
  { title: "ambiguous", options: {}, cases: ambiguous },
  ...limits,
];
const good = ["GET /good HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"];
const kReadAtOnce = 60_000;
const kPatience = slowBuild ? 30000 : 10000;

async function observe(port, test, expected) {
  const pieces = Array.isArray(test.send) ? test.send : test.send === "" ? [] : [test.send];
  // Before FIN the expected tokens must come; what comes after it is compared too.
  const before = expected?.split("; ").filter((_, i, all) => i <= all.findIndex((t) => t === "FIN" || t === "closed"));
  const patience = expected === undefined ? (test.closes ? 5000 : 400) : kPatience;
  const enough = (summary) => before !== undefined && !test.closes && summary.join("; ") === before.join("; ");
  return exchange(port, pieces, enough, patience);
}

let passed = 0;
let failed = 0;
function check(name, got, expected) {
  if (got === expected) return void passed++;
  failed++;
  console.log(`FAILED ${name}\n  expected ${expected}\n  got      ${got}`);
}

for (const { title, options, cases } of groups) {
  if (only !== undefined && title !== only) continue;
  const server = await startServer(executable, "tests/fixtures/http-corpus/echo-server.js", { args: [JSON.stringify(options)] });
  try {
    for (const [name, test] of Object.entries(cases)) {
      const key = `${title}: ${name}`;
      if (mode === "--record") {
        answers[key] = await observe(server.port, test);
        continue;
      }
      const expected = answers[key];
      const got = await observe(server.port, test, expected);
      // The reset of a connection that is closed before all was read may overtake the answer.
      check(key, got === "closed" && test.send.length > kReadAtOnce ? expected : got, expected);
      const alive = await exchange(server.port, good, () => false, kPatience);
      check(`a good request after ${key}`, alive, '200+close GET /good ""; closed');
    }
  } catch (error) {
    failed++;
    console.log(`FAILED ${title}: ${error.message}`);
  } finally {
    const ended = await stopServer(server);
    if (ended.signal !== "SIGTERM") check(`${title}: the server ends by SIGTERM`, `${ended.code} ${ended.signal}\n${server.stderr()}`, "");
  }
}
if (mode === "--record") fs.writeFileSync(answersFile, `${JSON.stringify(answers, null, 1)}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
