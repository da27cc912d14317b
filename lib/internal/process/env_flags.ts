/** `process.allowedNodeEnvironmentFlags`: the options that may stand in RONDO_OPTIONS. */

const kFlags = [
  "--conditions",
  "--deprecation",
  "--disable-warning",
  "--import",
  "--input-type",
  "--insecure-http-parser",
  "--long-task-threshold",
  "--long-tasks",
  "--max-http-header-size",
  "--max-old-space-size",
  "--no-deprecation",
  "--no-warnings",
  "--preserve-symlinks",
  "--preserve-symlinks-main",
  "--require",
  "--stack-trace-limit",
  "--throw-deprecation",
  "--title",
  "--trace-deprecation",
  "--trace-uncaught",
  "--trace-warnings",
  "--unhandled-rejections",
  "--use-env-proxy",
  "--warnings",
  "-C",
  "-r",
];

/** Changes nothing when something is added or deleted; `has` forgives underscores, missing dashes and a value. */
class EnvironmentFlags extends Set<string> {
  override add(): this {
    return this;
  }
  override delete(): boolean {
    return false;
  }
  override clear(): void {}
  override has(flag: unknown): boolean {
    if (typeof flag !== "string") return false;
    const name = flag.replaceAll("_", "-").replace(/=.*$/s, "");
    const dashes = name.startsWith("-") ? [name] : [`--${name}`, `-${name}`];
    return dashes.some((each) => super.has(each));
  }
}

/** Made when it is first asked for. */
export function makeEnvironmentFlags(): Set<string> {
  const flags = new EnvironmentFlags();
  for (const flag of kFlags) Set.prototype.add.call(flags, flag);
  Object.freeze(EnvironmentFlags.prototype.constructor);
  Object.freeze(EnvironmentFlags.prototype);
  return Object.freeze(flags);
}
