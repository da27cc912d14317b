// Programs replace parts of the streams: their functions through `fs`, and `open` as graceful-fs does.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
fs.writeFileSync(file, 'content');

(async () => {
  let opened = 0;
  const own = {
    open: (...args) => {
      opened++;
      fs.open(...args);
    },
    read: fs.read,
    close: fs.close,
  };
  let text = '';
  for await (const piece of fs.createReadStream(file, { fs: own })) text += piece;
  assert.deepStrictEqual([text, opened], ['content', 1]);

  const Original = fs.ReadStream;
  function ReadStream(...args) {
    if (!(this instanceof ReadStream)) return new ReadStream(...args);
    Original.apply(this, args);
  }
  ReadStream.prototype = Object.create(Original.prototype);
  ReadStream.prototype.open = function () {
    fs.open(this.path, this.flags, this.mode, (error, fd) => {
      if (error) {
        this.emit('error', error);
      } else {
        this.fd = fd;
        this.emit('open', fd);
        this.read();
      }
    });
  };
  fs.ReadStream = ReadStream;
  assert.strictEqual(fs.ReadStream, ReadStream);
  text = '';
  for await (const piece of new fs.ReadStream(file)) text += piece;
  assert.strictEqual(text, 'content');
  const [error] = await once(ReadStream(`${dir}/none`), 'error');
  assert.strictEqual(error.code, 'ENOENT');
})();
