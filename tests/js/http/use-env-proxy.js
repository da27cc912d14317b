// flags: --use-env-proxy
// The global agent uses the proxies that the environment names.
"use strict";
const assert = require("assert");
const http = require("http");

assert.strictEqual(http.globalAgent.options.proxyEnv.PATH, process.env.PATH);
assert.strictEqual(http.globalAgent.keepAlive, true);
assert.strictEqual(new http.Agent().options.proxyEnv, undefined);
