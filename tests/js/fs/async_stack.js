// The error of a promise shows who awaited it.
const assert = require('node:assert');
const fs = require('node:fs');
async function userFunction() {
  await fs.promises.readFile('/none/such');
}
userFunction().catch((error) => assert.match(error.stack, /at async userFunction .*async_stack\.js:5/));
