// title: A flood of `queueMicrotask`
// activity: microtask-flood
// at: begin..end
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

let until_ = 0;
function feed() { // begin
  if (Date.now() < until_) queueMicrotask(feed);
} // end
until((end) => {
  until_ = end;
  feed();
});
