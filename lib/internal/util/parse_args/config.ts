/** What `util.parseArgs` is asked for, checked. */
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../../errors";
import { validateArray, validateBoolean, validateObject, validateString } from "../../validators";

export interface OptionConfig {
  type: "string" | "boolean";
  short?: string;
  multiple?: boolean;
  default?: string | boolean | string[] | boolean[];
}
export interface ParseArgsConfig {
  args?: readonly string[];
  options?: Record<string, OptionConfig>;
  strict?: boolean;
  allowPositionals?: boolean;
  allowNegative?: boolean;
  tokens?: boolean;
}
/** The configuration with every default filled in. */
export interface Settled {
  args: readonly string[];
  options: Record<string, OptionConfig>;
  strict: boolean;
  allowPositionals: boolean;
  allowNegative: boolean;
  tokens: boolean;
}

/** An own property, so that nothing comes from a polluted prototype. */
export const own = (object: object, key: string): any => (Object.hasOwn(object, key) ? (object as any)[key] : undefined);

/** The arguments after the script's name, or after `rondo -e CODE`. */
function mainArgs(): string[] {
  const hasEval = process.execArgv.some((word: string) => ["-e", "--eval", "-p", "--print"].includes(word));
  return process.argv.slice(hasEval ? 1 : 2);
}

function validateDefault(value: unknown, name: string, option: OptionConfig): void {
  const validate = option.type === "string" ? validateString : validateBoolean;
  if (!own(option, "multiple")) return validate(value, name);
  validateArray(value, name);
  value.forEach((item: unknown, i: number) => validate(item, `${name}[${i}]`));
}

function validateOption(name: string, option: unknown): void {
  const path = `options.${name}`;
  validateObject(option, path);
  const type = own(option, "type");
  if (type !== "string" && type !== "boolean") {
    throw new ERR_INVALID_ARG_TYPE(`${path}.type`, "('string|boolean')", type);
  }
  const short = own(option, "short");
  if (short !== undefined) {
    validateString(short, `${path}.short`);
    if (short.length !== 1) throw new ERR_INVALID_ARG_VALUE(`${path}.short`, short, "must be a single character");
  }
  const multiple = own(option, "multiple");
  if (multiple !== undefined) validateBoolean(multiple, `${path}.multiple`);
  const value = own(option, "default");
  if (value !== undefined) validateDefault(value, `${path}.default`, option as unknown as OptionConfig);
}

export function settle(config: ParseArgsConfig): Settled {
  const args = own(config, "args") ?? mainArgs();
  const strict = own(config, "strict") ?? true;
  const allowPositionals = own(config, "allowPositionals") ?? !strict;
  const tokens = own(config, "tokens") ?? false;
  const options = own(config, "options") ?? Object.create(null);
  const allowNegative = own(config, "allowNegative") ?? false;
  validateArray(args, "args");
  validateBoolean(strict, "strict");
  validateBoolean(allowPositionals, "allowPositionals");
  validateBoolean(tokens, "tokens");
  validateBoolean(allowNegative, "allowNegative");
  validateObject(options, "options");
  for (const name of Object.keys(options)) validateOption(name, options[name]);
  return { args, options, strict, allowPositionals, allowNegative, tokens };
}
