// path.matchesGlob: stars, globstars, classes, braces and extended globs.
const assert = require('node:assert');
const path = require('node:path');
process.removeAllListeners('warning');

const yes = (file, glob) => assert.strictEqual(path.posix.matchesGlob(file, glob), true, `${file} ~ ${glob}`);
const no = (file, glob) => assert.strictEqual(path.posix.matchesGlob(file, glob), false, `${file} !~ ${glob}`);
yes('/foo/bar', '/foo/*');
no('/foo/bar/baz', '/foo/*');
yes('/foo/bar/baz', '/foo/**');
yes('a/b/c.js', '**/*.js');
yes('c.js', '**/*.js');
no('a/.hidden/c.js', '**/*.js');
yes('.hidden', '.*');
no('.hidden', '*');
yes('ab', 'a?');
yes('b', '[a-c]');
no('d', '[a-c]');
yes('d', '[!a-c]');
yes('x.ts', '*.{js,ts}');
yes('file3', 'file{1..5}');
no('file6', 'file{1..5}');
yes('foofoo', '+(foo|bar)');
no('foo', '!(foo)');
yes('a', '?(a|b)');
yes('1', '[[:digit:]]');
no('a', 'a/**');
assert.strictEqual(path.win32.matchesGlob('foo\\bar', 'foo/*'), true);
assert.throws(() => path.matchesGlob('a', 1), { code: 'ERR_INVALID_ARG_TYPE' });
