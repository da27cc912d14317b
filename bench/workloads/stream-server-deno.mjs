// Answers every request with a stream of a file, through Deno's own APIs. PORT=8080 deno run -A stream-server-deno.mjs FILE
const file = Deno.args[0];
Deno.serve(
  { port: Number(process.env.PORT), hostname: "127.0.0.1", onListen() {} },
  async () => new Response((await Deno.open(file)).readable),
);
