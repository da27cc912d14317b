/** Command-line words into tokens: options with their values, positionals, the terminator. */
import { type OptionConfig, own, type Settled } from "./config";

export interface OptionToken {
  kind: "option";
  name: string;
  /** As it was written: `-f` or `--foo`. */
  rawName: string;
  index: number;
  value: string | undefined;
  /** Whether the value stands in the same word: `--foo=bar`. */
  inlineValue: boolean | undefined;
}
export type Token =
  | OptionToken
  | { kind: "positional"; index: number; value: string }
  | { kind: "option-terminator"; index: number };

type Options = Record<string, OptionConfig>;

const longOf = (short: string, options: Options): string => {
  for (const name of Object.keys(options)) if (own(options[name]!, "short") === short) return name;
  return short;
};
const takesValue = (name: string, options: Options): boolean =>
  Object.hasOwn(options, name) && own(options[name]!, "type") === "string";

/** `-abc` where every letter but the last stands for a flag. */
function isGroup(word: string, options: Options): boolean {
  if (word.length <= 2 || word[0] !== "-" || word[1] === "-") return false;
  return !takesValue(longOf(word[1]!, options), options);
}
/** `-fFILE` */
function isShortWithValue(word: string, options: Options): boolean {
  return word.length > 2 && word[0] === "-" && word[1] !== "-" && takesValue(longOf(word[1]!, options), options);
}

export function tokenize({ args, options }: Settled): Token[] {
  const tokens: Token[] = [];
  // Letters of a group are put back as words of their own; `index` stays that of the group.
  const rest = [...args];
  let index = -1;
  let grouped = 0;
  while (rest.length > 0) {
    const word = String(rest.shift());
    const next = rest[0];
    if (grouped > 0) grouped--;
    else index++;
    const option = (name: string, rawName: string, value: string | undefined, inlineValue: boolean | undefined): void => {
      tokens.push({ kind: "option", name, rawName, index, value, inlineValue });
    };

    if (word === "--") {
      tokens.push({ kind: "option-terminator", index });
      for (const value of rest) tokens.push({ kind: "positional", index: ++index, value });
      break;
    }
    if (word.length === 2 && word[0] === "-" && word[1] !== "-") {
      const name = longOf(word[1]!, options);
      if (takesValue(name, options) && next !== undefined) {
        option(name, word, rest.shift(), false);
        index++;
      } else {
        option(name, word, undefined, undefined);
      }
    } else if (isGroup(word, options)) {
      const expanded: string[] = [];
      for (let i = 1; i < word.length; i++) {
        const letter = word[i]!;
        if (!takesValue(longOf(letter, options), options) || i === word.length - 1) {
          expanded.push(`-${letter}`);
        } else {
          // The first letter that takes a value takes the rest of the word.
          expanded.push(`-${word.slice(i)}`);
          break;
        }
      }
      rest.unshift(...expanded);
      grouped = expanded.length;
    } else if (isShortWithValue(word, options)) {
      option(longOf(word[1]!, options), `-${word[1]}`, word.slice(2), true);
    } else if (word.startsWith("--")) {
      const equals = word.indexOf("=", 3);
      if (equals === -1) {
        const name = word.slice(2);
        if (takesValue(name, options) && next !== undefined) {
          option(name, word, rest.shift(), false);
          index++;
        } else {
          option(name, word, undefined, undefined);
        }
      } else {
        const name = word.slice(2, equals);
        option(name, `--${name}`, word.slice(equals + 1), true);
      }
    } else {
      tokens.push({ kind: "positional", index, value: word });
    }
  }
  return tokens;
}
