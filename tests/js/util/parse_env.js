// util.parseEnv: quotes, comments, export, several lines.
const assert = require('node:assert');
const { parseEnv } = require('node:util');
const text = `
# comment
A=1
B = two words # comment
C="quoted # kept\\nline" # comment
D='raw \\n'
export E=exported
F="several
lines"
G=
H=a=b
`;
assert.deepStrictEqual({ ...parseEnv(text) }, {
  A: '1', B: 'two words', C: 'quoted # kept\nline', D: 'raw \\n', E: 'exported', F: 'several\nlines', G: '', H: 'a=b',
});
assert.throws(() => parseEnv(5), { code: 'ERR_INVALID_ARG_TYPE' });
