/** `node:fs/promises`: the file system with promises. */
import { constants } from "../internal/fs/constants";
import { cpPromise } from "../internal/fs/cp";
import { globIterator } from "../internal/fs/glob";
import { nameFunctions } from "../internal/fs/names";
import * as fs from "../internal/fs/promises";
import { mkdtempDisposable } from "../internal/fs/resources";
import { watch } from "../internal/fs/watch_iterator";

const promises = {
  access: fs.access,
  copyFile: fs.copyFile,
  cp: cpPromise,
  glob: globIterator,
  open: fs.open,
  opendir: fs.opendir,
  rename: fs.rename,
  truncate: fs.truncate,
  rm: fs.rm,
  rmdir: fs.rmdir,
  mkdir: fs.mkdir,
  readdir: fs.readdir,
  readlink: fs.readlink,
  symlink: fs.symlink,
  lstat: fs.lstat,
  stat: fs.stat,
  statfs: fs.statfs,
  link: fs.link,
  unlink: fs.unlink,
  chmod: fs.chmod,
  lchmod: fs.lchmod,
  lchown: fs.lchown,
  chown: fs.chown,
  utimes: fs.utimes,
  lutimes: fs.lutimes,
  realpath: fs.realpath,
  mkdtemp: fs.mkdtemp,
  mkdtempDisposable,
  writeFile: fs.writeFile,
  appendFile: fs.appendFile,
  readFile: fs.readFile,
  watch,
  constants,
};
nameFunctions(promises);

export default promises;
