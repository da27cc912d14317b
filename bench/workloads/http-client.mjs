// COUNT requests to a server on this machine through http.get and a keep-alive Agent, 64 in flight, every body read.
// RUNTIME http-client.mjs PORT COUNT; prints {"cpu": us a request, "wall": us a request}
import http from "node:http";

const [port, count] = process.argv.slice(2).map(Number);
const kInFlight = 64;
const agent = new http.Agent({ keepAlive: true, maxSockets: kInFlight });
const options = { host: "127.0.0.1", port, path: "/", agent };

function run(total) {
  return new Promise((resolve, reject) => {
    let started = 0;
    let finished = 0;
    const next = () => {
      if (started === total) return;
      started++;
      http
        .get(options, (response) => {
          let size = 0;
          response.on("data", (piece) => (size += piece.length));
          response.on("end", () => {
            if (response.statusCode !== 200 || size !== 14) return reject(new Error(`status ${response.statusCode}, ${size} bytes`));
            if (++finished === total) return resolve();
            next();
          });
        })
        .on("error", reject);
    };
    for (let i = 0; i < kInFlight; i++) next();
  });
}

await run(Math.max(kInFlight, count >> 2));
const start = process.hrtime.bigint();
const before = process.cpuUsage();
await run(count);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (used.user + used.system) / count, wall: Number(process.hrtime.bigint() - start) / 1e3 / count }));
agent.destroy();
process.exit(0);
