// Answers every request with a file that it reads whole, through Bun's own APIs. PORT=8080 bun file-server-bun.mjs FILE
const file = process.argv[2];
Bun.serve({
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
  fetch: async () => new Response(await Bun.file(file).bytes(), { headers: { "Content-Type": "application/octet-stream" } }),
});
