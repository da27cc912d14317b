/** `process.stdin`, `process.stdout`, `process.stderr`: made when they are first asked for. */
import binding from "binding:stdio";
import { loadInternal } from "../builtins";
import { onStart } from "../startup";
import { defineAccessor } from "./object";
import type { OutputStream } from "./stdio/output";

let streams: any[] = [];
onStart(() => {
  streams = [];
});

function makeOutput(fd: number): OutputStream {
  const type: string = binding.handleType(fd);
  if (type === "TTY") return new (loadInternal("internal/process/stdio/tty_output")["WriteStream"])(fd).asStdio();
  // Streams need the process object, so they are asked for when it is there; globals.ts puts them in the core bundle.
  const { OutputStream } = loadInternal("internal/process/stdio/output") as typeof import("./stdio/output");
  return new OutputStream(fd, type === "FILE" ? "fs" : "pipe").asStdio();
}

function makeInput(): any {
  return (loadInternal("internal/process/stdio/input") as typeof import("./stdio/input")).makeInput(0);
}

defineAccessor("stdin", () => (streams[0] ??= makeInput()));
defineAccessor("stdout", () => (streams[1] ??= makeOutput(1)));
defineAccessor("stderr", () => (streams[2] ??= makeOutput(2)));

