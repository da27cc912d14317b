/** `node:fs`. */
import { constants } from "./internal/fs/constants";
import { readFile, readFileSync } from "./internal/fs/read_file";
import { access, accessSync, exists, existsSync, fstat, fstatSync, lstat, lstatSync, stat, statfs, statfsSync, statSync } from "./internal/fs/stat";
import { Stats } from "./internal/fs/stats";
import { appendFile, appendFileSync, writeFile, writeFileSync } from "./internal/fs/write_file";
import promises from "./fs/promises";

export default {
  appendFile,
  appendFileSync,
  access,
  accessSync,
  exists,
  existsSync,
  fstat,
  fstatSync,
  lstat,
  lstatSync,
  readFile,
  readFileSync,
  stat,
  statSync,
  statfs,
  statfsSync,
  writeFile,
  writeFileSync,
  Stats,
  constants,
  promises,
};
