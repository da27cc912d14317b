// Answers every request with a file that it reads whole, through Deno's own APIs. PORT=8080 deno run -A file-server-deno.mjs FILE
const file = Deno.args[0];
Deno.serve(
  { port: Number(process.env.PORT), hostname: "127.0.0.1", onListen() {} },
  async () => new Response(await Deno.readFile(file), { headers: { "Content-Type": "application/octet-stream" } }),
);
