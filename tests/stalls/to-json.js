// title: A `toJSON` that takes long, called by `JSON.stringify`
// activity: javascript
// at: computes
// caller: stringifies
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

class Order {
  constructor(end) {
    this.end = end;
  }
  toJSON() {
    let sum = 0;
    while (Date.now() < this.end) sum += 1; // computes
    return { sum };
  }
}
until((end) => {
  JSON.stringify({ order: new Order(end) }); // stringifies
});
