// title: Evaluation of an ES module that the main module imports
// activity: javascript
// task: main
// at: ../fixtures/stalls/heavy-module.mjs computes
// victims: nobody
import { table } from '../fixtures/stalls/heavy-module.mjs';

table.length;
