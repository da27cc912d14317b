/** What the npm package `url` asks of `qs`, done by `node:querystring`: the results are then those of Node. */
import querystring from "../../querystring";

export default {
  parse: (text: string): unknown => querystring.parse(text),
  stringify: (query: Record<string, unknown>): string => querystring.stringify(query),
};
