// title: A loop that awaits what is there already
// activity: microtask-flood
// at: begin..end
// located: from the second time on at the latest
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

async function work(end) { // begin
  let sum = 0;
  while (Date.now() < end) sum += await 1;
  return sum;
} // end
until((end) => {
  work(end);
}, { again: true });
