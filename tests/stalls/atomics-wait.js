// title: `Atomics.wait`: a sleep
// activity: sync-call Atomics.wait
// at: the wait
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); // the wait
}
until(() => sleep(200));
