/** `node:punycode`, deprecated: `url.domainToASCII` and `url.domainToUnicode` do what it is mostly used for. */
import { punycode } from "./internal/deps/punycode";

// Packages that use it cannot be helped by a warning to whoever runs the program.
if (!/[\\/]node_modules[\\/]/.test(new Error().stack ?? "")) {
  process.emitWarning(
    "The `punycode` module is deprecated. Please use a userland alternative instead.",
    "DeprecationWarning",
    "DEP0040",
  );
}

const { ucs2, decode, encode, toASCII, toUnicode } = punycode;
/** `version` is that of the package whose interface this is. */
export default { version: "2.1.0", ucs2, decode, encode, toASCII, toUnicode };
