// FileHandle.readLines: every kind of line ending, also at the border of two pieces.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();

(async () => {
  const file = `${dir}/f`;
  for (const [text, expected] of [
    ['a\nb\r\nc', ['a', 'b', 'c']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['', []],
    ['one\r\n', ['one']],
  ]) {
    fs.writeFileSync(file, text);
    for (const highWaterMark of [1, 2, 65536]) {
      const handle = await fs.promises.open(file);
      const lines = [];
      for await (const line of handle.readLines({ highWaterMark })) lines.push(line);
      assert.deepStrictEqual(lines, expected, JSON.stringify([text, highWaterMark]));
      assert.strictEqual(handle.fd, -1);
    }
  }
})();
