// title: A function of a dependency in `node_modules`
// activity: javascript
// at: ../fixtures/stalls/node_modules/heavy-dependency/index.js renders
// caller: calls
// victims: timers
const { render } = require('../fixtures/stalls/node_modules/heavy-dependency');
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  render(end); // calls
});
