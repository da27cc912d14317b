// flags: --startup-trace
// expect-stderr: lazy units: 0 from the code cache, 0 rejected, 0 compiled
// not-on-node: how many files of lib/ were loaded. A module that does not ask for the classes does not load them.
import "../../fixtures/websocket/modules/plain.mjs";
