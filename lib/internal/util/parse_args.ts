/** `util.parseArgs`: command-line arguments into options and positionals. */
import { coded } from "../errors";
import { own, type OptionConfig, type ParseArgsConfig, settle, type Settled } from "./parse_args/config";
import { type OptionToken, type Token, tokenize } from "./parse_args/tokens";

export type { OptionConfig, ParseArgsConfig, Token };

const ERR_PARSE_ARGS_INVALID_OPTION_VALUE = coded(
  TypeError,
  "ERR_PARSE_ARGS_INVALID_OPTION_VALUE",
  (message: string) => message,
);
const ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL = coded(
  TypeError,
  "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL",
  (word: string) => `Unexpected argument '${word}'. This command does not take positional arguments`,
);
const ERR_PARSE_ARGS_UNKNOWN_OPTION = coded(
  TypeError,
  "ERR_PARSE_ARGS_UNKNOWN_OPTION",
  (option: string, allowPositionals: boolean) => {
    const unknown = `Unknown option '${option}'`;
    if (!allowPositionals) return unknown;
    const example = `'-- ${JSON.stringify(option)}`;
    return (
      `${unknown}. To specify a positional argument starting with a '-', place it at the end of the command after ` +
      `'--', as in ${example}`
    );
  },
);

/** What a parse gives. */
export interface ParsedArgs {
  values: Record<string, string | boolean | (string | boolean)[]>;
  positionals: string[];
  tokens?: Token[];
}

const isOption = (value: string): boolean => value.length > 1 && value[0] === "-";

/** A value that looks like the next option was probably forgotten. */
function checkAmbiguous(token: OptionToken): void {
  if (token.inlineValue || token.value === undefined || !isOption(token.value)) return;
  const example = token.rawName.startsWith("--")
    ? `'${token.rawName}=-XYZ'`
    : `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
  throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
    `Option '${token.rawName}' argument is ambiguous.\n` +
      `Did you forget to specify the option argument for '${token.rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`,
  );
}

function checkStrict(token: OptionToken, { options, allowPositionals, allowNegative }: Settled): void {
  let { name } = token;
  let option: OptionConfig | undefined = own(options, name);
  if (option === undefined && allowNegative && name.startsWith("no-")) {
    const positive: OptionConfig | undefined = own(options, name.slice(3));
    if (positive !== undefined && own(positive, "type") === "boolean") {
      option = positive;
      name = name.slice(3);
    }
  }
  if (option === undefined) throw new ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
  const short = own(option, "short");
  const shown = short ? `-${short}, --${name}` : `--${name}`;
  const type = own(option, "type");
  if (type === "string" && typeof token.value !== "string") {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown} <value>' argument missing`);
  }
  if (type === "boolean" && token.value != null) {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown}' does not take an argument`);
  }
}

function store(token: OptionToken, { options, allowNegative }: Settled, values: ParsedArgs["values"]): void {
  let { name } = token;
  let value: string | boolean = token.value ?? true;
  if (allowNegative && token.value === undefined && name.startsWith("no-")) {
    name = name.slice(3);
    token.name = name;
    value = false;
  }
  if (name === "__proto__") return;
  const option: OptionConfig | undefined = own(options, name);
  if (option !== undefined && own(option, "multiple")) ((values[name] ??= []) as (string | boolean)[]).push(value);
  else values[name] = value;
}

/**
 * Parses `config.args` (by default the process's) by `config.options`. In strict mode, the default, unknown options,
 * missing or superfluous values and unexpected positionals throw.
 */
export function parseArgs(config: ParseArgsConfig = {}): ParsedArgs {
  const settled = settle(config);
  const tokens = tokenize(settled);
  const values: ParsedArgs["values"] = Object.create(null);
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "option") {
      if (settled.strict) {
        checkStrict(token, settled);
        checkAmbiguous(token);
      }
      store(token, settled, values);
    } else if (token.kind === "positional") {
      if (!settled.allowPositionals) throw new ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      positionals.push(token.value);
    }
  }
  for (const name of Object.keys(settled.options)) {
    const value = own(settled.options[name]!, "default");
    if (value !== undefined && values[name] === undefined) values[name] = value;
  }
  return settled.tokens ? { values, positionals, tokens } : { values, positionals };
}
