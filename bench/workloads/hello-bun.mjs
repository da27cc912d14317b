// The hello server through Bun's own API. PORT=8080 bun hello-bun.mjs
Bun.serve({
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
  fetch: () => new Response("Hello, world!\n", { headers: { "Content-Type": "text/plain" } }),
});
