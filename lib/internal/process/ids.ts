/** Users and groups of the process. */
import binding from "binding:process_ids";
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { validateArray, validateUint32 } from "../validators";
import { define } from "./object";

const ERR_UNKNOWN_CREDENTIAL = coded(
  Error,
  "ERR_UNKNOWN_CREDENTIAL",
  (kind: string, id: string | number) => `${kind} identifier does not exist: ${id}`,
);

type Id = number | string;

function validateId(id: unknown, name: string): asserts id is Id {
  if (typeof id === "number") validateUint32(id, name);
  else if (typeof id !== "string") throw new ERR_INVALID_ARG_TYPE(name, ["number", "string"], id);
}
function resolve(id: Id, kind: "User" | "Group"): number {
  if (typeof id === "number") return id;
  const number = kind === "User" ? binding.userNamed(id) : binding.groupNamed(id);
  if (number === undefined) throw new ERR_UNKNOWN_CREDENTIAL(kind, id);
  return number;
}
function setter(kind: "User" | "Group", set: (id: number) => void): (id: Id) => void {
  return (id) => {
    validateId(id, "id");
    set(resolve(id, kind));
  };
}

function setgroups(groups: Id[]): void {
  validateArray(groups, "groups");
  groups.forEach((id, i) => validateId(id, `groups[${i}]`));
  binding.setgroups(groups.map((id) => resolve(id, "Group")));
}

function initgroups(user: Id, extraGroup: Id): void {
  validateId(user, "user");
  validateId(extraGroup, "extraGroup");
  const name = typeof user === "string" ? user : binding.userName(user);
  if (name === undefined || binding.userNamed(name) === undefined) throw new ERR_UNKNOWN_CREDENTIAL("User", user);
  binding.initgroups(name, resolve(extraGroup, "Group"));
}

/** The groups, among which the effective one is always. */
function getgroups(): number[] {
  const groups: number[] = binding.getgroups();
  const own = binding.getegid();
  return groups.includes(own) ? groups : [...groups, own];
}

const setuid = setter("User", binding.setuid);
const seteuid = setter("User", binding.seteuid);
const setgid = setter("Group", binding.setgid);
const setegid = setter("Group", binding.setegid);

define({
  getuid: () => binding.getuid(),
  geteuid: () => binding.geteuid(),
  getgid: () => binding.getgid(),
  getegid: () => binding.getegid(),
  getgroups,
  setuid,
  seteuid,
  setgid,
  setegid,
  setgroups,
  initgroups,
});
