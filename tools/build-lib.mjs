// Builds lib/: the core bundle (what internal/bootstrap reaches, in one scope) and a lazy unit for every other file, and
// the assembler file that embeds them. Usage: node tools/build-lib.mjs OUT_DIR
//
// OUT_DIR/core.js          the text of the core, a function expression
// OUT_DIR/units/ID.js      the text of a unit, the body of a function
// OUT_DIR/builtins.S, OUT_DIR/builtins.cc the table that runtime/engine/builtins.h declares
// OUT_DIR/builtins.d                      what the build depends on, for ninja
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const lib = path.join(root, "lib");
const out = path.resolve(process.argv[2] ?? path.join(root, "build/lib"));

// What npm packages mean by the names of built-ins and of their browser stand-ins.
const aliases = {
  events: "events",
  buffer: "buffer",
  stream: "stream",
  util: "util",
  process: "internal/deps/process",
  "process/": "internal/deps/process",
  "string_decoder/": "string_decoder",
  string_decoder: "string_decoder",
  "abort-controller": "internal/event_target/abort_module",
  qs: "internal/deps/qs",
};

// readable-stream's own errors, checks and helpers give way to ours: same codes, Node's present messages, one AbortError.
const streamAliases = {
  "ours/errors": "internal/streams/errors",
  "ours/util": "internal/streams/util",
  "./validators": "internal/streams/validators",
  buffer: "internal/streams/buffer",
};

// Of undici only its WebSocket is taken: what connects, and what it asks of Node, is lib/'s. A name after # is an export.
const undiciNeeds = "internal/deps/undici_needs";
const undiciAliases = {
  "../fetch/request": undiciNeeds,
  "../fetch/index": undiciNeeds,
  "../fetch/headers": undiciNeeds,
  "../fetch/util": undiciNeeds,
  "../../core/util": undiciNeeds,
  "../../core/symbols": undiciNeeds,
  "../../core/errors": undiciNeeds,
  "../../core/diagnostics": undiciNeeds,
  "../../global": undiciNeeds,
  "../../util/runtime-features": undiciNeeds,
  "./permessage-deflate": undiciNeeds,
  "node:crypto": undiciNeeds,
  "node:worker_threads": undiciNeeds,
  "../../dispatcher/fixed-queue": "internal/fixed_queue#FixedQueue",
  "node:assert": `${undiciNeeds}#assert`,
  "node:buffer": "buffer",
  "node:stream": "stream",
  "node:util": "util",
  "node:util/types": "util/types",
};
const undiciFolder = "/node_modules/undici/lib/";
// The globals that its files use, as lib/ has them: a program may have put others in their place before it asks for a WebSocket.
const undiciGlobals = `"use strict";
const { ${["AbortSignal", "Blob", "Buffer", "DOMException", "Event", "EventTarget", "File", "MessagePort", "ReadableStream", "TextDecoder", "URL", "URLSearchParams", "process"].join(", ")} } = __load(${JSON.stringify(undiciNeeds)}).globals;
`;

const idOf = (file) => path.relative(lib, file).replace(/\.ts$/, "");
const fileOf = (id) => path.join(lib, `${id}.ts`);
const ids = fs
  .readdirSync(lib, { recursive: true })
  .filter((f) => f.endsWith(".ts") && !f.endsWith(".d.ts"))
  .map((f) => f.replace(/\.ts$/, ""))
  .sort();
const publics = ids.filter((id) => !id.startsWith("internal/"));

function resolveLib(importer, specifier) {
  const base = path.resolve(path.dirname(importer), specifier);
  for (const file of [`${base}.ts`, path.join(base, "index.ts"), base]) {
    if (file.endsWith(".ts") && fs.existsSync(file)) return file;
  }
  return undefined;
}

/** @param core ids of the core bundle; imports of those, and of any lib/ file from a unit, go through the registry */
function plugin(unit) {
  return {
    name: "rondo",
    setup(b) {
      b.onResolve({ filter: /^binding:/ }, (a) => ({ path: a.path.slice(8), namespace: "binding" }));
      b.onLoad({ filter: /.*/, namespace: "binding" }, (a) => ({
        contents: `export default __binding(${JSON.stringify(a.path)});`,
      }));
      b.onResolve({ filter: /.*/ }, (a) => {
        if (a.kind === "entry-point") return undefined;
        if (a.importer.includes("/node_modules/readable-stream/lib/")) {
          const name = Object.keys(streamAliases).find((key) => a.path.endsWith(key));
          if (name) return { path: streamAliases[name], namespace: "builtin" };
        }
        if (a.importer.includes(undiciFolder) && Object.hasOwn(undiciAliases, a.path)) {
          return { path: undiciAliases[a.path], namespace: "builtin" };
        }
        if (a.importer.includes("/node_modules/") && Object.hasOwn(aliases, a.path)) {
          return { path: aliases[a.path], namespace: "builtin" };
        }
        if (!a.path.startsWith(".") || !a.importer.startsWith(lib + "/")) return undefined;
        const file = resolveLib(a.importer, a.path);
        if (!file) return { errors: [{ text: `no such file in lib/: ${a.path}` }] };
        return unit ? { path: `lib:${idOf(file)}`, external: true } : { path: file };
      });
      b.onLoad({ filter: /\/node_modules\/undici\/lib\/.*\.js$/ }, (a) => ({
        contents: undiciGlobals + fs.readFileSync(a.path, "utf8"),
        loader: "js",
      }));
      b.onLoad({ filter: /.*/, namespace: "builtin" }, (a) => ({
        contents: unit
          ? `module.exports = __load(${JSON.stringify(a.path.split("#")[0])}).${a.path.split("#")[1] ?? "default"};`
          : `module.exports = require(${JSON.stringify(fileOf("internal/deps/provided"))}).provided[${JSON.stringify(a.path)}];`,
        resolveDir: root,
      }));
    },
  };
}

const common = {
  bundle: true,
  write: false,
  target: "es2024",
  platform: "neutral",
  mainFields: ["main"],
  conditions: ["require", "node", "default"],
  charset: "ascii",
  legalComments: "none",
  keepNames: false,
  treeShaking: true,
  logLevel: "error",
  absWorkingDir: root,
  metafile: true,
};

// What ordinary programs do without stays out of the core, and so out of the startup snapshot. A folder ends with a slash.
const alwaysLazy = [
  "assert",
  "assert/",
  "dns",
  "dns/",
  "os",
  "perf_hooks",
  "punycode",
  "querystring",
  "vm",
  "internal/assert/",
  "internal/deps/undici",
  "internal/deps/undici_needs",
  "internal/dns/",
  "internal/main_other",
  "internal/perf/observer",
  "internal/process/structured_clone",
  "internal/streams/web/",
  "internal/vm/",
  "internal/websocket/",
];

/** Fails when the core has grown a file of those, and says through which imports. */
function checkCore(metafile, core) {
  const leaked = core.find((id) => alwaysLazy.some((rule) => (rule.endsWith("/") ? id.startsWith(rule) : id === rule)));
  if (!leaked) return;
  const target = path.relative(root, fileOf(leaked));
  const queue = [[path.relative(root, fileOf("internal/bootstrap"))]];
  const seen = new Set(queue[0]);
  for (let chain; (chain = queue.shift()); ) {
    if (chain.at(-1) === target) {
      throw new Error(`${leaked} must stay a lazy unit, but the core imports it: ${chain.join(" -> ")}`);
    }
    for (const next of metafile.inputs[chain.at(-1)]?.imports ?? []) {
      if (seen.has(next.path)) continue;
      seen.add(next.path);
      queue.push([...chain, next.path]);
    }
  }
  throw new Error(`${leaked} must stay a lazy unit, but is in the core`);
}

/** Fails when a package requires a file of lib/ other than `provided`: esbuild then wraps all that the file imports. */
function checkOneScope(text) {
  for (const [, file] of text.matchAll(/ = __esm\(\{\n\s*"([^"]+)"/g)) {
    if (file === "lib/internal/deps/provided.ts") continue;
    throw new Error(`${file} is required by a CommonJS package of the core: give it in internal/deps/readable_stream_needs`);
  }
}

function inputsOf(metafile) {
  return Object.keys(metafile.inputs)
    .filter((f) => !/^(binding|builtin):/.test(f))
    .map((f) => path.resolve(root, f));
}

// esbuild writes a class that mentions itself as `Foo = class _Foo`: give it its name back, programs see it.
function keepClassNames(text) {
  const header = /\b([A-Za-z$][\w$]*) = class _\1\b( extends [^{\n]+)? \{/g;
  const named = text.replace(header, (all, name) => `${all} static { __className(this, ${JSON.stringify(name)}); }`);
  return named + kClassNameHelper;
}
// A declaration, and last: it is hoisted, and a "use strict" at the top of the text stays at the top.
const kClassNameHelper =
  "\nfunction __className(target, value) { if (typeof target.name === 'string') " +
  "Object.defineProperty(target, 'name', { value, configurable: true }); }\n";

// esbuild copies what a unit imports and what it exports into an object of getters, as between modules of unknown kinds. The
// namespaces of lib/ have getters already: used as they are, a unit loads in a fraction of the time.
function useNamespaces(text) {
  const direct = text
    .replace(/__toESM\(require\("lib:([^"]+)"\)(?:, 1)?\)/g, (all, id) => `__load(${JSON.stringify(id)})`)
    .replace(/\brequire\("lib:([^"]+)"\)/g, (all, id) => `__load(${JSON.stringify(id)})`)
    .replace(/^module\.exports = __toCommonJS\((\w+)\);$/m, "module.exports = $1;");
  return withoutUnusedHelpers(direct);
}

// How often each name is assigned to, its declaration included. Names are unique in the core's one scope, or counted too often.
function countAssignments(text) {
  const counts = new Map();
  const assignment =
    /(\+\+|--)?(?<![.\w$])([A-Za-z_$][\w$]*)(\s*(?:\+\+|--|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])))?/g;
  for (const [, before, name, after] of text.matchAll(assignment)) {
    if (before || after) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

// The namespaces that the core's entry hands to registerCore have a getter for each export, and so a function and a pair of
// accessors: they become objects of values, in dictionary mode, which needs no map for each property. A variable that is
// assigned again after its declaration keeps its getter.
function valuesOfNamespaces(text) {
  const assignments = countAssignments(text);
  const call = /^  registerCore\(\{.*$/m.exec(text)[0];
  const block = /^  var (\w+_exports\d*) = \{\};\n  __export\(\1, \{\n((?:    .*\n)*)  \}\);\n/gm;
  let registration = call;
  let settled = "";
  const rest = text.replace(block, (all, namespace, getters) => {
    const mention = new RegExp(`\\b${namespace}\\b`, "g");
    if (!call.match(mention)) return all;
    const members = getters.trim().split("\n").map((line) => {
      const [, name, value] = /^\s*([\w$]+): \(\) => (.+?),?$/.exec(line);
      return { name, value, changes: (assignments.get(value) ?? 0) > 1 };
    });
    // Used as an object elsewhere too, while the core is set up: it has its getters until then.
    if (text.match(mention).length > 3) {
      if (!members.some((m) => m.changes)) settled += `  ${namespace} = { __proto__: null, ...${namespace} };\n`;
      return all;
    }
    const written = members.map((m) => (m.changes ? `get ${m.name}() { return ${m.value}; }` : `${m.name}: ${m.value}`));
    registration = registration.replace(mention, () => `{ __proto__: null, ${written.join(", ")} }`);
    return "";
  });
  return rest.replace(call, () => settled + registration);
}

// esbuild keeps the function that is the body of a CommonJS module after it ran, and with it all its code.
function dropBodies(text) {
  const kept = "(0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod)";
  if (!text.includes(kept)) throw new Error("esbuild's helper for CommonJS modules has changed");
  return text.replace(kept, "(0, cb[__getOwnPropNames(cb)[0]])((cb = 0, mod = { exports: {} }).exports, mod)");
}

// esbuild's helpers stand at the top: `var __NAME = ...;` on a line, or to a line that begins with `};` or `));`.
function withoutUnusedHelpers(text) {
  const helper = /^var (__\w+) = (?:.*;|[^;]*[\[({]\n(?:[ ].*\n)*(?:\}|\)\));)\n/gm;
  const shorter = text.replace(helper, (all, name) => (text.split(name).length === 2 ? "" : all));
  return shorter === text ? text : withoutUnusedHelpers(shorter);
}

async function buildCore() {
  const probe = await build({ ...common, entryPoints: [fileOf("internal/bootstrap")], format: "iife", plugins: [plugin(false)] });
  const core = inputsOf(probe.metafile).filter((f) => f.startsWith(lib + "/")).map(idOf).sort();
  checkCore(probe.metafile, core);
  const entry = [
    `import { registerCore } from "./internal/builtins";`,
    ...core.map((id, i) => `import * as m${i} from "./${id}";`),
    `registerCore({ ${core.map((id, i) => `${JSON.stringify(id)}: m${i}`).join(", ")} }, ${JSON.stringify(publics)});`,
    `export { start } from "./internal/bootstrap";`,
  ].join("\n");
  const result = await build({
    ...common,
    stdin: { contents: entry, resolveDir: lib, sourcefile: path.join(lib, "core-entry.ts"), loader: "ts" },
    format: "iife",
    globalName: "__core",
    footer: { js: "return __core;" },
    plugins: [plugin(false)],
  });
  checkOneScope(result.outputFiles[0].text);
  // An expression: the value of the script is the function.
  const text = `(function (__binding) {"use strict";${keepClassNames(dropBodies(valuesOfNamespaces(result.outputFiles[0].text)))}})`;
  return { core: new Set(core), text, inputs: inputsOf(result.metafile) };
}

async function buildUnits(core) {
  const units = ids.filter((id) => !core.has(id));
  if (units.length === 0) return { units: [], inputs: [] };
  const result = await build({
    ...common,
    entryPoints: units.map((id) => ({ in: fileOf(id), out: id })),
    outdir: path.join(out, "units"),
    format: "cjs",
    plugins: [plugin(true)],
  });
  const texts = result.outputFiles.map((f) => ({ id: path.relative(path.join(out, "units"), f.path).replace(/\.js$/, ""), text: keepClassNames(useNamespaces(f.text)) }));
  return { units: texts, inputs: inputsOf(result.metafile) };
}

// Only what units, or the core itself, can ask for by its id needs an entry in the registry: ids are written out as strings.
function registerAskedFor(text, core, units) {
  const call = /^  registerCore\(.*$/m.exec(text)[0];
  const callers = [text.replace(call, ""), ...units.map((u) => u.text)].join("\n");
  const written = new Set([...callers.matchAll(/"([a-z][\w/]*)"/g)].map(([, id]) => id));
  const asked = [...core].filter((id) => publics.includes(id) || written.has(id));
  return text.replace(call, () => call.replace(/\);$/, () => `, ${JSON.stringify(asked)});`));
}

const { core, text, inputs } = await buildCore();
const lazy = await buildUnits(core);
const coreText = registerAskedFor(text, core, lazy.units);
const files = [{ id: "internal/core", file: "core.js", text: coreText }, ...lazy.units.map((u) => ({ ...u, file: `units/${u.id}.js` }))];
for (const f of files) {
  if (/[^\x00-\x7f]/.test(f.text)) throw new Error(`${f.id}: the bundle must be ASCII (it is embedded as a one-byte string)`);
  const target = path.join(out, f.file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, f.text);
}

let assembler = "  .section .rodata\n";
let table = '#include "runtime/engine/builtins.h"\n\n#include <iterator>\n\nextern "C" {\n';
files.forEach((f, i) => {
  assembler += `  .global rondo_builtin_${i}\n  .global rondo_builtin_${i}_end\nrondo_builtin_${i}:\n  .incbin ${JSON.stringify(path.join(out, f.file))}\nrondo_builtin_${i}_end:\n`;
  table += `extern const char rondo_builtin_${i}[], rondo_builtin_${i}_end[];\n`;
});
assembler += '  .section .note.GNU-stack,"",@progbits\n';
table += "}\n\nnamespace rondo {\n\nconst BuiltinSource kBuiltinSources[] = {\n";
files.forEach((f, i) => {
  table += `    {${JSON.stringify(f.id)}, rondo_builtin_${i}, rondo_builtin_${i}_end},\n`;
});
table += "};\nconst size_t kBuiltinSourceCount = std::size(kBuiltinSources);\n\n}  // namespace rondo\n";
fs.writeFileSync(path.join(out, "builtins.S"), assembler);
fs.writeFileSync(path.join(out, "builtins.cc"), table);
const deps = [...new Set([...inputs, ...lazy.inputs])].filter((f) => fs.existsSync(f)).sort();
fs.writeFileSync(path.join(out, "builtins.d"), `${path.join(out, "builtins.S")}: ${deps.join(" ")}\n`);
console.log(`lib: core ${core.size} files, ${(coreText.length / 1024).toFixed(0)} KiB; ${lazy.units.length} lazy units`);
