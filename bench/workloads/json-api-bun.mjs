// The JSON API through Bun's own API. PORT=8080 bun json-api-bun.mjs
import { handle } from "./json-api-handler.mjs";

Bun.serve({ port: Number(process.env.PORT), hostname: "127.0.0.1", fetch: handle });
