// title: A flood of `process.nextTick`
// activity: tick-flood
// at: begin..end
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

let until_ = 0;
function feed() { // begin
  if (Date.now() < until_) process.nextTick(feed);
} // end
until((end) => {
  until_ = end;
  feed();
});
