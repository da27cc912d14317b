// What tools/warm_up.js imports: an ES module that imports built-ins, as programs do.
import fs from "node:fs";
import { join } from "node:path";

export const found = fs.existsSync(join(import.meta.dirname, "warm_up_module.mjs")) && import.meta.url;
