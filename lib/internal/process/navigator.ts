/** `navigator`: what the web offers under that name, as far as it has a meaning here. */
import usage from "binding:process_usage";
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } from "../errors";
import { rondoVersion } from "./info";

const kMake = Symbol("make");

export class Navigator {
  #valid = true;

  constructor(key?: unknown) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }
  static check(value: Navigator): void {
    if (!(#valid in value)) throw new ERR_INVALID_THIS("Navigator");
  }

  /** How many threads can run at once. */
  get hardwareConcurrency(): number {
    check(this);
    return usage.parallelism();
  }
  /** The preferred language, as Intl has it. */
  get language(): string {
    check(this);
    return Intl.DateTimeFormat().resolvedOptions().locale || "en-US";
  }
  get languages(): readonly string[] {
    check(this);
    return Object.freeze([this.language]);
  }
  get platform(): string {
    check(this);
    return "linux";
  }
  /** `Rondo/0.1` */
  get userAgent(): string {
    check(this);
    return `Rondo/${rondoVersion().split(".").slice(0, 2).join(".")}`;
  }
}
const check = Navigator.check;
delete (Navigator as any).check;
for (const name of ["hardwareConcurrency", "language", "languages", "platform", "userAgent"]) {
  Object.defineProperty(Navigator.prototype, name, { enumerable: true });
}
Object.defineProperty(Navigator.prototype, Symbol.toStringTag, { value: "Navigator", configurable: true });

/** The one instance. */
export const navigator = new Navigator(kMake);
