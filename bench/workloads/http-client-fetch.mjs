// COUNT requests to a server on this machine through fetch, 64 in flight, every body read.
// RUNTIME http-client-fetch.mjs PORT COUNT; prints {"cpu": us a request, "wall": us a request}
const [port, count] = process.argv.slice(2).map(Number);
const kInFlight = 64;
const url = `http://127.0.0.1:${port}/`;

async function run(total) {
  let started = 0;
  const worker = async () => {
    while (started < total) {
      started++;
      const response = await fetch(url);
      const text = await response.text();
      if (response.status !== 200 || text.length !== 14) throw new Error(`status ${response.status}, ${text.length} bytes`);
    }
  };
  await Promise.all(Array.from({ length: kInFlight }, worker));
}

await run(Math.max(kInFlight, count >> 2));
const start = process.hrtime.bigint();
const before = process.cpuUsage();
await run(count);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (used.user + used.system) / count, wall: Number(process.hrtime.bigint() - start) / 1e3 / count }));
process.exit(0);
