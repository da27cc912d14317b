/** How many colours a terminal has, by the environment: `getColorDepth` and `hasColors`. */
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../../errors";
import { forcedColorDepth } from "../../util/colors";

type Environment = Record<string, string | undefined>;

const kNone = 1;
const kBasic = 4; // 16 colours
const kExtended = 8; // 256
const kTrue = 24; // 16 million

/** TERM names of terminals that are known by name. */
const kByTerm: Record<string, number> = {
  eterm: kBasic,
  cons25: kBasic,
  console: kBasic,
  cygwin: kBasic,
  dtterm: kBasic,
  gnome: kBasic,
  hurd: kBasic,
  jfbterm: kBasic,
  konsole: kBasic,
  kterm: kBasic,
  mlterm: kTrue,
  mosh: kTrue,
  putty: kBasic,
  st: kBasic,
  "rxvt-unicode-24bit": kTrue,
  terminator: kTrue,
  "xterm-kitty": kTrue,
};

const kByPattern = [
  /ansi/,
  /color/,
  /linux/,
  /direct/,
  /^con[0-9]*x[0-9]/,
  /^rxvt/,
  /^screen/,
  /^xterm/,
  /^vt100/,
  /^vt220/,
];

/** Services that build programs and show colours, by the variable that tells of them. */
const kByService: [string, number][] = [
  ["APPVEYOR", kExtended],
  ["BUILDKITE", kExtended],
  ["CIRCLECI", kTrue],
  ["DRONE", kExtended],
  ["GITEA_ACTIONS", kTrue],
  ["GITHUB_ACTIONS", kTrue],
  ["GITLAB_CI", kExtended],
  ["TRAVIS", kExtended],
];

function depthByTerm(env: Environment): number {
  const colorterm = env["COLORTERM"];
  if (colorterm === "truecolor" || colorterm === "24bit") return kTrue;
  const term = env["TERM"];
  if (term) {
    if (term === "truecolor") return kTrue;
    if (/^xterm-256/.test(term)) return kExtended;
    const name = term.toLowerCase();
    if (kByTerm[name]) return kByTerm[name]!;
    if (kByPattern.some((pattern) => pattern.test(name))) return kBasic;
  }
  return colorterm ? kBasic : kNone;
}

/** Bits a pixel: 1, 4, 8 or 24. */
export function getColorDepth(env: Environment = process.env): number {
  const forced = forcedColorDepth(env);
  if (forced !== undefined) return forced;
  if (env["NODE_DISABLE_COLORS"] !== undefined || env["NO_COLOR"] !== undefined || env["TERM"] === "dumb") return kNone;
  if (env["TMUX"]) return kTrue;
  if ("TF_BUILD" in env && "AGENT_NAME" in env) return kBasic;
  if ("CI" in env) {
    for (const [name, depth] of kByService) if (name in env) return depth;
    return env["CI_NAME"] === "codeship" ? kExtended : kNone;
  }
  if ("TEAMCITY_VERSION" in env) {
    return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env["TEAMCITY_VERSION"]!) ? kBasic : kNone;
  }
  switch (env["TERM_PROGRAM"]) {
    case "iTerm.app":
      return /^[0-2]\./.test(env["TERM_PROGRAM_VERSION"] ?? "0.") ? kExtended : kTrue;
    case "HyperTerm":
    case "MacTerm":
      return kTrue;
    case "Apple_Terminal":
      return kExtended;
  }
  return depthByTerm(env);
}

/** True when at least `count` colours can be shown. */
export function hasColors(count?: number | Environment, env?: Environment): boolean {
  let wanted = 16;
  if (typeof count === "object" && count !== null && env === undefined) env = count;
  else if (count !== undefined) {
    if (typeof count !== "number") throw new ERR_INVALID_ARG_TYPE("count", "number", count);
    if (!Number.isInteger(count)) throw new ERR_OUT_OF_RANGE("count", "an integer", count);
    if (count < 2) throw new ERR_OUT_OF_RANGE("count", `>= 2 && <= ${Number.MAX_SAFE_INTEGER}`, count);
    wanted = count;
  }
  return wanted <= 2 ** getColorDepth(env);
}
