/** The global console. Made before there is a process: its streams are asked for at the first write. */
import { Console, initConsole } from "./console";
import { Sink } from "./sink";

const host = globalThis as any;
// The console that V8 made, while it is still in its place.
const engineConsole: any = Object.getOwnPropertyDescriptor(host, "console")?.value;

function makeGlobalConsole(): any {
  // A namespace object by the specification: its prototype is an empty object.
  const target: any = Object.create({});
  const out = new Sink(() => host.process.stdout, true, "auto", undefined);
  const err = new Sink(() => host.process.stderr, true, "auto", undefined);
  initConsole(target, out, err, 2);
  target.Console = Console;
  // What the engine's own console offers beyond (profile, timeStamp, context, createTask) speaks to the inspector.
  for (const name of Object.keys(engineConsole ?? {})) {
    if (!Object.hasOwn(target, name)) target[name] = engineConsole[name];
  }
  Object.defineProperty(target, Symbol.toStringTag, { value: "console", configurable: true });
  return target;
}

/** `globalThis.console` */
export const globalConsole = makeGlobalConsole();
export default globalConsole;
