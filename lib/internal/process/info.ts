/** What runs the program: versions, release, platform, features. */
import versionsBinding from "binding:process_versions";
import { isBuiltin } from "../builtins";
import { onStart } from "../startup";
import { define, process } from "./object";

/** The Node release whose API Rondo follows. */
export const kNodeVersion = "24.11.0";

const fixed = (name: string, value: unknown): void => {
  Object.defineProperty(process, name, { value, enumerable: true, configurable: true, writable: false });
};
fixed("version", `v${kNodeVersion}`);

let versions: Readonly<Record<string, string>> = {};
// Of the libraries that this process runs with.
onStart(() => {
  versions = Object.freeze({ node: kNodeVersion, ...(versionsBinding.get() as Record<string, string>) });
  fixed("versions", versions);
});
/** Rondo's own version. */
export function rondoVersion(): string {
  return versions["rondo"]!;
}

fixed("arch", "x64");
fixed("platform", "linux");
fixed("release", Object.freeze({ name: "rondo" }));

const features = {
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  openssl_is_boringssl: false,
  cached_builtins: true,
  require_module: true,
  typescript: false,
};
for (const name of ["tls", "tls_alpn", "tls_sni", "tls_ocsp"]) {
  Object.defineProperty(features, name, { enumerable: true, configurable: true, get: () => isBuiltin("tls") });
}
define({
  features,
  config: Object.freeze({ target_defaults: Object.freeze({}), variables: Object.freeze({}) }),
  sourceMapsEnabled: false,
});
