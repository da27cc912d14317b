// A small JSON API that keeps notes in memory.
//
//   rondo examples/json-api.js
//   curl -X POST -d '{"text":"buy milk"}' http://127.0.0.1:8080/notes
//   curl http://127.0.0.1:8080/notes
//   curl http://127.0.0.1:8080/notes/1
//   curl -X DELETE http://127.0.0.1:8080/notes/1
const http = require('node:http');

const port = Number(process.env.PORT ?? 8080);
const kMaxBody = 64 * 1024;
const notes = new Map();
let lastId = 0;

class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > kMaxBody) throw new HttpError(413, `the body is larger than ${kMaxBody} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch (error) {
    throw new HttpError(400, `the body is not JSON: ${error.message}`);
  }
}

function noteOf(id) {
  const note = notes.get(Number(id));
  if (!note) throw new HttpError(404, `there is no note ${id}`);
  return note;
}

async function handle(request) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const [, collection, id, ...rest] = pathname.split('/');
  if (collection !== 'notes' || rest.length > 0) throw new HttpError(404, `no such resource: ${pathname}`);
  if (request.method === 'GET') return [200, id ? noteOf(id) : [...notes.values()]];
  if (request.method === 'POST' && !id) {
    const { text } = await readJson(request);
    if (typeof text !== 'string' || text === '') throw new HttpError(400, '"text" must be a string that is not empty');
    const note = { id: ++lastId, text, created: new Date().toISOString() };
    notes.set(note.id, note);
    return [201, note];
  }
  if (request.method === 'DELETE' && id) {
    notes.delete(noteOf(id).id);
    return [204];
  }
  throw new HttpError(405, `${request.method} is not allowed here`);
}

const server = http.createServer(async (request, response) => {
  let status;
  let body;
  try {
    [status, body] = await handle(request);
  } catch (error) {
    if (!(error instanceof HttpError)) console.error(error);
    status = error.status ?? 500;
    body = { error: error instanceof HttpError ? error.message : 'internal error' };
  }
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === undefined ? undefined : `${JSON.stringify(body)}\n`);
});
server.listen(port, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}/notes`));
