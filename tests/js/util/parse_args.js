// util.parseArgs: types, shorts, groups, multiple, defaults, positionals, negation, tokens.
const assert = require('node:assert');
const { parseArgs } = require('node:util');
const options = {
  verbose: { type: 'boolean', short: 'v' },
  file: { type: 'string', short: 'f', default: 'none' },
  tag: { type: 'string', multiple: true },
  color: { type: 'boolean' },
};
const parse = (...args) => ({ ...parseArgs({ args, options, allowPositionals: true }).values });

assert.deepStrictEqual(parse('-v', '--file=a', '--tag', '1', '--tag=2'), { verbose: true, file: 'a', tag: ['1', '2'] });
assert.deepStrictEqual(parse('-vfx'), { verbose: true, file: 'x' });
assert.deepStrictEqual(parse(), { file: 'none' });
const { positionals, tokens } = parseArgs({ args: ['a', '-v', '--', '-b'], options, allowPositionals: true, tokens: true });
assert.deepStrictEqual(positionals, ['a', '-b']);
assert.deepStrictEqual(tokens.map((t) => t.kind), ['positional', 'option', 'option-terminator', 'positional']);
assert.deepStrictEqual({ ...parseArgs({ args: ['--no-color'], options, allowNegative: true }).values }, { color: false, file: 'none' });
assert.throws(() => parse('--nope'), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION', message: /^Unknown option '--nope'/ });
assert.throws(() => parse('-f'), { message: "Option '-f, --file <value>' argument missing" });
assert.throws(() => parse('--verbose=1'), { message: "Option '-v, --verbose' does not take an argument" });
assert.throws(() => parse('-f', '-v'), { message: /argument is ambiguous/ });
assert.throws(() => parseArgs({ args: ['x'] }), { code: 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL' });
assert.deepStrictEqual({ ...parseArgs({ args: ['--any', '-x=1'], strict: false }).values }, { any: true, x: true, '=': true, 1: true });
