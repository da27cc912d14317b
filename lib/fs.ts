/** `node:fs`: the file system. Each operation has three forms: with a callback, synchronous, and as a promise. */
import promises from "./fs/promises";
import * as attributes from "./internal/fs/attributes";
import { constants } from "./internal/fs/constants";
import { cp, cpSync } from "./internal/fs/cp";
import * as descriptors from "./internal/fs/descriptors";
import { Dir, opendir, opendirSync } from "./internal/fs/dir";
import { Dirent } from "./internal/fs/dirent";
import { glob, globSync } from "./internal/fs/glob";
import { link, linkSync, readlink, readlinkSync, realpath, realpathSync, symlink, symlinkSync } from "./internal/fs/links";
import * as modify from "./internal/fs/modify";
import { close, closeSync, open, openSync } from "./internal/fs/open";
import { read, readSync, readv, readvSync } from "./internal/fs/read";
import { nameFunctions } from "./internal/fs/names";
import { readFile, readFileSync } from "./internal/fs/read_file";
import { readdir, readdirSync } from "./internal/fs/readdir";
import { mkdtempDisposableSync, openAsBlob } from "./internal/fs/resources";
import { rm, rmdir, rmdirSync, rmSync } from "./internal/fs/rm";
import * as status from "./internal/fs/stat";
import { Stats } from "./internal/fs/stats";
import { createReadStream, createWriteStream, defineStreamClasses } from "./internal/fs/streams";
import { toSeconds } from "./internal/fs/times";
import { watch } from "./internal/fs/watch";
import { unwatchFile, watchFile } from "./internal/fs/watch_file";
import { write, writeSync, writev, writevSync } from "./internal/fs/write";
import { appendFile, appendFileSync, writeFile, writeFileSync } from "./internal/fs/write_file";

const fs = {
  appendFile,
  appendFileSync,
  access: status.access,
  accessSync: status.accessSync,
  chown: attributes.chown,
  chownSync: attributes.chownSync,
  chmod: attributes.chmod,
  chmodSync: attributes.chmodSync,
  close,
  closeSync,
  copyFile: modify.copyFile,
  copyFileSync: modify.copyFileSync,
  cp,
  cpSync,
  createReadStream,
  createWriteStream,
  exists: status.exists,
  existsSync: status.existsSync,
  fchown: descriptors.fchown,
  fchownSync: descriptors.fchownSync,
  fchmod: descriptors.fchmod,
  fchmodSync: descriptors.fchmodSync,
  fdatasync: descriptors.fdatasync,
  fdatasyncSync: descriptors.fdatasyncSync,
  fstat: status.fstat,
  fstatSync: status.fstatSync,
  fsync: descriptors.fsync,
  fsyncSync: descriptors.fsyncSync,
  ftruncate: descriptors.ftruncate,
  ftruncateSync: descriptors.ftruncateSync,
  futimes: descriptors.futimes,
  futimesSync: descriptors.futimesSync,
  glob,
  globSync,
  lchown: attributes.lchown,
  lchownSync: attributes.lchownSync,
  // macOS only, as in Node.
  lchmod: undefined,
  lchmodSync: undefined,
  link,
  linkSync,
  lstat: status.lstat,
  lstatSync: status.lstatSync,
  lutimes: attributes.lutimes,
  lutimesSync: attributes.lutimesSync,
  mkdir: modify.mkdir,
  mkdirSync: modify.mkdirSync,
  mkdtemp: modify.mkdtemp,
  mkdtempSync: modify.mkdtempSync,
  mkdtempDisposableSync,
  open,
  openSync,
  openAsBlob,
  readdir,
  readdirSync,
  read,
  readSync,
  readv,
  readvSync,
  readFile,
  readFileSync,
  readlink,
  readlinkSync,
  realpath,
  realpathSync,
  rename: modify.rename,
  renameSync: modify.renameSync,
  rm,
  rmSync,
  rmdir,
  rmdirSync,
  stat: status.stat,
  statfs: status.statfs,
  statSync: status.statSync,
  statfsSync: status.statfsSync,
  symlink,
  symlinkSync,
  truncate: modify.truncate,
  truncateSync: modify.truncateSync,
  unwatchFile,
  unlink: modify.unlink,
  unlinkSync: modify.unlinkSync,
  utimes: attributes.utimes,
  utimesSync: attributes.utimesSync,
  watch,
  watchFile,
  writeFile,
  writeFileSync,
  write,
  writeSync,
  writev,
  writevSync,
  Dirent,
  Stats,
  _toUnixTimestamp: toSeconds,
  Dir,
  opendir,
  opendirSync,
  F_OK: constants.F_OK!,
  R_OK: constants.R_OK!,
  W_OK: constants.W_OK!,
  X_OK: constants.X_OK!,
  constants,
  promises,
};
nameFunctions(fs);
defineStreamClasses(fs);

export default fs as typeof fs & { ReadStream: any; WriteStream: any; FileReadStream: any; FileWriteStream: any };
