// expect-stderr: rondo: long task: .* in a task of kind 'timer'\n  task .*\n  cause   (waiting for a CPU.* meanwhile in )?(\d+ calls of )?readFileSync.*\n  at      load \(.*read-file-sync\.js:\d+:\d+\).*waited  1 timer
// A big file read by readFileSync: the line of the call is named.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { expect } = require('../../fixtures/stalls/expect.js');

const file = path.join(os.tmpdir(), `rondo-stall-${process.pid}.bin`);
fs.writeFileSync(file, Buffer.alloc(64 * 1024 * 1024));
process.on('exit', () => fs.rmSync(file));

function load() {
  const end = Date.now() + 200;
  while (Date.now() < end) {
    fs.readFileSync(file); // the call
  }
}
expect(__filename, { type: 'sync-call', name: 'readFileSync', first: 'the call' }, load);
