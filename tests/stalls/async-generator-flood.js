// title: `for await` over an async generator that never waits
// activity: microtask-flood
// at: begin..end
// located: from the second time on at the latest
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

async function* numbers(end) { // begin
  for (let i = 0; Date.now() < end; i++) yield i;
}
async function consume(end) {
  let sum = 0;
  for await (const number of numbers(end)) sum += number;
  return sum;
} // end
until((end) => {
  consume(end);
}, { again: true });
