/** `node:fs/promises`. */
import { readFile } from "../internal/fs/promises";

export default { readFile };
