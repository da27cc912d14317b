/** Functions and classes: `[Function: name]`, `[class A extends B]`. */
import { Kind } from "./kinds";

/** Comments, so that one before the body of a class does not hide the bracket. */
const kComments = /\/\/[^\n]*\n|\/\*[^]*?\*\//g;

function isClass(source: string): boolean {
  if (!source.startsWith("class") || !source.endsWith("}")) return false;
  const body = source.slice(5, -1);
  const bracket = body.indexOf("{");
  if (bracket === -1) return false;
  // `class(a) {` would be a method of that name; a parenthesis before the bracket may also stand in a comment.
  return !body.slice(0, bracket).includes("(") || /^\s+[^(]*?\s*\{/.test(body.replace(kComments, ""));
}

function describeClass(value: Function, name: string | null, tag: string): string {
  let text = `class ${(Object.hasOwn(value, "name") && value.name) || "(anonymous)"}`;
  if (name !== "Function" && name !== null) text += ` [${name}]`;
  if (tag !== "" && name !== tag) text += ` [${tag}]`;
  if (name !== null) {
    const parent = Object.getPrototypeOf(value).name;
    if (parent) text += ` extends ${parent}`;
  } else {
    text += " extends [null prototype]";
  }
  return `[${text}]`;
}

export function describeFunction(value: Function, kind: number, name: string | null, tag: string): string {
  if (isClass(Function.prototype.toString.call(value))) return describeClass(value, name, tag);
  let type = "Function";
  if (kind === Kind.generatorFunction || kind === Kind.asyncGeneratorFunction) type = `Generator${type}`;
  if (kind === Kind.asyncFunction || kind === Kind.asyncGeneratorFunction) type = `Async${type}`;
  let text = `[${type}`;
  if (name === null) text += " (null prototype)";
  text += value.name === "" ? " (anonymous)]" : `: ${String(value.name)}]`;
  if (name !== type && name !== null) text += ` ${name}`;
  if (tag !== "" && name !== tag) text += ` [${tag}]`;
  return text;
}
