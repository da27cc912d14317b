// Wrong options of Console are refused with Node's codes.
const assert = require('node:assert');
const { Console } = require('node:console');
const stdout = process.stdout;
const codes = (fn, code) => assert.throws(fn, { code });
codes(() => new Console(), 'ERR_CONSOLE_WRITABLE_STREAM');
codes(() => new Console({ stdout: {} }), 'ERR_CONSOLE_WRITABLE_STREAM');
codes(() => new Console({ stdout, stderr: {} }), 'ERR_CONSOLE_WRITABLE_STREAM');
codes(() => new Console({ stdout, colorMode: 'x' }), 'ERR_INVALID_ARG_VALUE');
codes(() => new Console({ stdout, groupIndentation: 'x' }), 'ERR_INVALID_ARG_TYPE');
codes(() => new Console({ stdout, groupIndentation: 1001 }), 'ERR_OUT_OF_RANGE');
codes(() => new Console({ stdout, inspectOptions: 5 }), 'ERR_INVALID_ARG_TYPE');
codes(() => new Console({ stdout, colorMode: true, inspectOptions: { colors: true } }), 'ERR_INCOMPATIBLE_OPTION_PAIR');
