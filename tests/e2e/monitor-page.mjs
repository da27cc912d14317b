// The monitor's live page in a real browser: idle, with long tasks, stuck, and after the process is gone.
// RONDO_SCREENSHOTS=FOLDER keeps pictures. Usage: node tests/e2e/monitor-page.mjs RONDO
import assert from "node:assert";
import path from "node:path";
import { check, finish } from "../fixtures/e2e/check.mjs";
import { stopServer } from "../fixtures/e2e/server.mjs";
import { Browser, findBrowser } from "../fixtures/monitor/browser.mjs";
import { hold, startMonitored } from "../fixtures/monitor/client.mjs";

const command = findBrowser();
if (!command) {
  console.log("SKIPPED: there is no browser on PATH (Debian's package `chromium`; RONDO_CHROMIUM names one)");
  console.log("0 passed, 0 failed, 1 skipped");
  process.exit(0);
}
const server = await startMonitored(process.argv[2], { flags: ["--monitor-stuck-limit=300", "--long-tasks=off"] });
const browser = await Browser.start(command);
const page = await browser.open(server.monitor);
const picture = (name) => process.env.RONDO_SCREENSHOTS && page.screenshot(path.join(process.env.RONDO_SCREENSHOTS, `${name}.png`));
const textOf = (id) => page.evaluate(`document.getElementById(${JSON.stringify(id)}).textContent`);

await check("it shows what the process does", async () => {
  await page.until('/process \\d+/.test(document.getElementById("process").textContent)');
  assert.match(await textOf("process"), new RegExp(`process ${server.child.pid} `));
  await page.until('document.querySelectorAll("canvas").length === 3');
  await page.until('/MiB/.test(document.getElementById("memory").textContent)');
  await page.until('/%/.test(document.getElementById("utilization").textContent)');
  await page.until('document.querySelectorAll("#kinds tbody tr").length > 1');
  assert.strictEqual(await page.evaluate('document.querySelectorAll("#histogram .bar").length'), 14);
  assert.strictEqual(await page.evaluate('document.getElementById("stuck").hidden'), true);
  await picture("idle");
});

await check("it stays live while the loop is stuck, and says where", async () => {
  const held = hold(server);
  await page.until('!document.getElementById("stuck").hidden && /crunch/.test(document.getElementById("stuck-stack").textContent)');
  assert.match(await textOf("stuck-title"), /stuck for/);
  assert.match(await textOf("stuck-what"), /of kind http/);
  assert.match(await textOf("stuck-stack"), /server\.js:\d+:\d+/);
  assert.match(await textOf("state"), /stuck for/);
  const first = await textOf("stuck-title");
  await page.until(`document.getElementById("stuck-title").textContent !== ${JSON.stringify(first)}`);
  await page.until('/timer overdue/.test(document.getElementById("stuck-waiting").textContent)');
  await picture("stuck");
  await held.release();
  await page.until('document.getElementById("stuck").hidden');
});

await check("afterwards the culprit stands in the tables, with its victims", async () => {
  await page.until('/crunch/.test(document.getElementById("culprits").textContent)');
  await page.until('/timer/.test(document.querySelector("#culprits .waited").textContent)');
  await page.until('document.querySelectorAll("#latest .split span").length > 0');
  await picture("after");
});

await check("narrow and dark it does not overflow", async () => {
  const narrow = await browser.open(server.monitor, { width: 360, height: 800, scheme: "dark" });
  await narrow.until('document.querySelectorAll("canvas").length === 3');
  assert.ok(await narrow.evaluate("document.documentElement.scrollWidth <= innerWidth"));
  assert.notStrictEqual(await narrow.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(245, 246, 248)");
  await narrow.close();
  await page.front();
});

await check("it asks nobody but the monitor, and the browser has nothing to complain about", () => {
  assert.deepStrictEqual(browser.requests.filter((url) => !url.startsWith(server.monitor)), []);
  assert.deepStrictEqual(browser.complaints, []);
});

await check("it says when the process is gone", async () => {
  await stopServer(server);
  await page.until('/not reachable since/.test(document.getElementById("state").textContent)');
});

await browser.close();
finish();
