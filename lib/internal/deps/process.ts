/** What npm packages in lib/ get as `process`: they may ask before the real object is made. */
import { nextTick } from "../ticks";

export default {
  nextTick,
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
};
