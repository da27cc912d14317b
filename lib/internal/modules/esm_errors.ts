/** Errors of ES modules, explained as Node explains them. */
import { conditionsForImport } from "./conditions";
import { coded } from "../errors";
import { findJob, type Job } from "./esm_map";
import { resolveEsm } from "./esm_resolve";
import { packageScope } from "./package_json";
import { reword } from "./reword";
import { fileURLToPath } from "../url/file";

const ERR_AMBIGUOUS = "ERR_AMBIGUOUS_MODULE_SYNTAX";

/**
 * A name that a CommonJS module does not export, as far as the lexer can tell: says so and shows the default import.
 * @param line the source line that imports it
 */
export function explainMissingExport(error: unknown, importer: string, line: string): void {
  if (!(error instanceof SyntaxError)) return;
  const match = /^The requested module '(.+)' does not provide an export named '(.+)'$/.exec(error.message);
  if (match === null) return;
  const [, specifier, name] = match;
  let target: Job | undefined;
  try {
    target = findJob(resolveEsm(specifier!, importer, conditionsForImport()));
  } catch {
    return;
  }
  if (target?.format !== "commonjs") return;
  const names = /\{([^{}]*)\}\s*from\b/.exec(line)?.[1];
  const usage = names === undefined ? "" : `const {${names.replace(/\s+as\s+/g, ": ")}} = pkg;\n`;
  reword(
    error,
    `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not ` +
      "support all module.exports as named exports.\nCommonJS modules can always be imported via the default export, " +
      `for example using:\n\nimport pkg from '${specifier}';\n${usage}`,
  );
}

const kCommonJsNames = /^(require|exports|module|__filename|__dirname) is not defined$/;

/** `require is not defined` and the like, thrown while an ES module ran. */
export function explainCommonJsName(error: unknown, job: Job, hasTopLevelAwait: boolean): void {
  if (!(error instanceof ReferenceError)) return;
  const name = kCommonJsNames.exec(error.message)?.[1];
  if (name === undefined) return;
  const path = job.url.startsWith("file:") ? fileURLToPath(job.url) : "";
  const pkg = path.endsWith(".js") ? packageScope(path) : null;
  if (hasTopLevelAwait && path.endsWith(".js") && (pkg === null || pkg.type === "none")) {
    const advice =
      name === "require"
        ? "replace require() with import."
        : name === "module" || name === "exports"
          ? "use export instead of module.exports/exports."
          : "use import.meta.filename and import.meta.dirname instead.";
    reword(
      error,
      `Cannot determine intended module format because both '${name}' and top-level await are present. If the code ` +
        "is intended to be CommonJS, wrap await in an async function. If the code is intended to be an ES module, " +
        advice,
    );
    (error as ReferenceError & { code?: string }).code = ERR_AMBIGUOUS;
    return;
  }
  let message = `${error.message} in ES module scope`;
  if (name === "require") message += ", you can use import instead";
  if (pkg?.type === "module") {
    message +=
      `\nThis file is being treated as an ES module because it has a '.js' file extension and '${pkg.path}' contains ` +
      "\"type\": \"module\". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.";
  }
  reword(error, message);
}

export const ERR_EVAL_ESM_CANNOT_PRINT = coded(
  Error,
  "ERR_EVAL_ESM_CANNOT_PRINT",
  "--print cannot be used with ESM input",
);
