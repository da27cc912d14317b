// title: A string built piece by piece, and flattened
// activity: javascript|gc
// at: counts | appends | flattens
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until(function csv(end) {
  let text = '';
  for (let row = 0; Date.now() < end; row++) { // counts
    text += `${row};${Math.sqrt(row)}\n`; // appends
    if (row % 5000 === 0) text.charCodeAt(row); // flattens
  }
});
