// Addresses of interfaces with their prefix.
const assert = require('node:assert');
const os = require('node:os');

const all = Object.values(os.networkInterfaces()).flat();
for (const info of all) {
  assert.ok(['IPv4', 'IPv6'].includes(info.family));
  assert.match(info.mac, /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
  assert.strictEqual(typeof info.internal, 'boolean');
  const [address, bits] = info.cidr.split('/');
  assert.strictEqual(address, info.address);
  assert.ok(Number(bits) >= 0 && Number(bits) <= (info.family === 'IPv4' ? 32 : 128));
  assert.strictEqual('scopeid' in info, info.family === 'IPv6');
  assert.strictEqual(info.address.includes(':'), info.family === 'IPv6');
}
const loopback = all.find((info) => info.address === '127.0.0.1');
if (loopback) assert.deepStrictEqual([loopback.netmask, loopback.internal, loopback.cidr], ['255.0.0.0', true, '127.0.0.1/8']);
