// Ports that cannot be had and files that cannot be read: each error has the code that Node gives it, and nothing dies of it.
// Usage: node tests/e2e/bad-input.mjs RONDO
import assert from "node:assert";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { check, finish, run, unprivileged } from "../fixtures/e2e/check.mjs";
import { root } from "../fixtures/e2e/server.mjs";

const rondo = path.resolve(process.argv[2]);
const asNobody = await unprivileged(rondo);
if (asNobody === null) console.log("skipped: what needs a user without privileges (no setpriv)");
const nobody = (...args) => run(asNobody[0], [...asNobody.slice(1), ...args]);
const script = (...args) => run(rondo, args);

await check("a port in use is an 'error' event, and another port can be had", async () => {
  const blocker = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => blocker.once("listening", resolve));
  const { port } = blocker.address();
  const listen = `const s = require('http').createServer(); s.on('error', (e) => {
    console.log(e.code, e.syscall, e.address, e.port, e.errno, e.message);
    s.listen(0, '127.0.0.1', () => { console.log('then', s.listening); s.close(); });
  }); s.listen(${port}, '127.0.0.1');`;
  const got = await script("-e", listen);
  assert.strictEqual(got.out, `EADDRINUSE listen 127.0.0.1 ${port} -98 listen EADDRINUSE: address already in use 127.0.0.1:${port}\n` +
    "then true\n");
  const unheard = await script("-e", `require('http').createServer().listen(${port}, '127.0.0.1'); setTimeout(() => {}, 1e6)`);
  assert.strictEqual(unheard.code, 1);
  assert.match(unheard.err, /EADDRINUSE: address already in use 127\.0\.0\.1:\d+\n[^]*Emitted 'error' event on Server/);
  blocker.close();
});

await check("an address that is not this machine's", async () => {
  const got = await script("-e", "require('net').createServer().on('error', (e) => console.log(e.code, e.syscall)).listen(0, '192.0.2.1')");
  assert.strictEqual(got.out, "EADDRNOTAVAIL listen\n");
});

const firstOpen = Number(fs.readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
if (asNobody !== null && firstOpen > 80) {
  await check("a privileged port", async () => {
    const got = await nobody("-e", "require('http').createServer().on('error', (e) => console.log(e.code, e.syscall, e.port)).listen(80, '127.0.0.1')");
    assert.strictEqual(got.out, "EACCES listen 80\n");
  });
}

await check("arguments that no port can be", async () => {
  const got = await script("-e", `const net = require('net');
    for (const port of [-1, 65536, 1.5, NaN, Infinity, '99999', '', ' ', '1a', true, {}, []]) {
      for (const f of [() => net.createServer().listen(port), () => net.connect(port), () => require('http').request({ port })]) {
        try { const made = f(); made.on('error', () => {}); made.close?.(); made.destroy?.(); process.stdout.write('- '); }
        catch (e) { process.stdout.write(e.code + ' '); }
      }
    }
    setTimeout(() => process.exit(0), 50);`);
  assert.strictEqual(got.code, 0, got.err);
  assert.doesNotMatch(got.out, /undefined/);
  assert(got.out.startsWith("ERR_SOCKET_BAD_PORT ERR_SOCKET_BAD_PORT ERR_SOCKET_BAD_PORT ".repeat(2)), got.out);
});

// The files that tests/fixtures/bad-input/files.js tries.
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-bad-input-"));
const at = (name) => path.join(directory, name);
fs.chmodSync(directory, 0o755);
fs.writeFileSync(at("file"), "text");
fs.mkdirSync(at("directory"), 0o755);
fs.writeFileSync(at("directory/inner"), "");
fs.symlinkSync("loop", at("loop"));
fs.writeFileSync(at("secret"), "secret", { mode: 0o000 });
fs.mkdirSync(at("secret-directory"), 0o000);
const large = fs.openSync(at("large"), "w");
fs.writeSync(large, "end\n", 5 * 2 ** 30 - 4);
fs.closeSync(large);
try {
  if (asNobody !== null) {
    await check("errors of files", async () => {
      const got = await nobody(path.join(root, "tests/fixtures/bad-input/files.js"), directory);
      assert.strictEqual(got.code, 0, got.err);
      const wanted = fs.readFileSync(path.join(root, "tests/fixtures/bad-input/files.out"), "utf8");
      assert.strictEqual(got.out, wanted);
    });
  }
  await check("a file server goes on after files that cannot be sent", async () => {
    const got = await script("-e", `const http = require('http'), fs = require('fs');
      const s = http.createServer((q, r) => {
        const stream = fs.createReadStream('${directory}' + q.url);
        stream.on('error', (e) => { r.statusCode = e.code === 'ENOENT' ? 404 : 500; r.end(e.code); });
        stream.pipe(r);
      }).listen(0, async () => {
        const get = (url) => new Promise((done) => http.get({ port: s.address().port, path: url }, (r) => {
          let t = ''; r.on('data', (d) => t += d).on('end', () => done(r.statusCode + ' ' + t)); }));
        for (const url of ['/missing', '/directory', '/loop', '/file']) console.log(await get(url));
        s.close();
      });`);
    assert.strictEqual(got.out, "404 ENOENT\n500 EISDIR\n500 ELOOP\n200 text\n", got.err);
  });
  await check("no descriptors left: an error, and no end", async () => {
    const got = await run("bash", ["-c", 'ulimit -n 40; exec "$0" "$@"', rondo, "-e", `const fs = require('fs');
      const open = []; let code;
      for (;;) { try { open.push(fs.openSync('/dev/null')); } catch (e) { code = e.code; break; } }
      fs.readFile('/etc/hostname', (e) => { console.log(code, e.code);
        require('net').createServer().on('error', (e) => {
          console.log(e.code, e.syscall);
          for (const fd of open) fs.closeSync(fd);
          fs.readFile('/dev/null', (e) => console.log(e));
        }).listen(0);
      });`]);
    assert.strictEqual(got.out, "EMFILE EMFILE\nEMFILE listen\nnull\n", got.err);
  });
} finally {
  fs.chmodSync(at("secret-directory"), 0o700);
  fs.rmSync(directory, { recursive: true, force: true });
}
finish();
