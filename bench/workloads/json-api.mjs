// A small JSON API through node:http: reads five headers, parses the URL, collects and parses the body, answers JSON.
// PORT=8080 RUNTIME json-api.mjs
import http from "node:http";

http
  .createServer((request, response) => {
    const { headers } = request;
    const pieces = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      const url = new URL(request.url, `http://${headers.host}`);
      const user = JSON.parse(Buffer.concat(pieces).toString());
      const answer = JSON.stringify({
        id: url.pathname.slice("/users/".length),
        page: Number(url.searchParams.get("page")),
        name: user.name,
        roles: user.roles.length,
        type: headers["content-type"],
        length: Number(headers["content-length"]),
        agent: headers["user-agent"],
        authorized: headers.authorization !== undefined,
      });
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(answer) });
      response.end(answer);
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
