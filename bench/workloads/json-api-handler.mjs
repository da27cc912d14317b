// The JSON API of json-api.mjs as a fetch handler, for Bun.serve and Deno.serve.
export async function handle(request) {
  const { headers } = request;
  headers.get("host");
  const url = new URL(request.url);
  const user = JSON.parse(await request.text());
  return Response.json({
    id: url.pathname.slice("/users/".length),
    page: Number(url.searchParams.get("page")),
    name: user.name,
    roles: user.roles.length,
    type: headers.get("content-type"),
    length: Number(headers.get("content-length")),
    agent: headers.get("user-agent"),
    authorized: headers.get("authorization") !== null,
  });
}
