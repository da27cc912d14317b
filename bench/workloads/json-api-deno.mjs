// The JSON API through Deno's own API. PORT=8080 deno run -A json-api-deno.mjs
import { handle } from "./json-api-handler.mjs";

Deno.serve({ port: Number(process.env.PORT), hostname: "127.0.0.1", onListen() {} }, handle);
