// The hello server through Deno's own API. PORT=8080 deno run -A hello-deno.mjs
Deno.serve(
  { port: Number(process.env.PORT), hostname: "127.0.0.1", onListen() {} },
  () => new Response("Hello, world!\n", { headers: { "Content-Type": "text/plain" } }),
);
