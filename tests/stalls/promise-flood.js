// title: A flood of promise reactions
// activity: microtask-flood
// at: begin..end
// located: from the second time on at the latest
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

let until_ = 0;
function feed() { // begin
  if (Date.now() < until_) Promise.resolve().then(feed);
} // end
until((end) => {
  until_ = end;
  feed();
}, { again: true });
