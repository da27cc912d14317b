// Answers every request with a stream of a file, through Bun's own APIs. PORT=8080 bun stream-server-bun.mjs FILE
const file = process.argv[2];
Bun.serve({
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
  fetch: () => new Response(Bun.file(file).stream()),
});
