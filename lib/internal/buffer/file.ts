/** `File`, by the W3C File API: a Blob with a name and a time. */
import { ERR_INVALID_THIS, ERR_MISSING_ARGS } from "../errors";
import { kInspect } from "../util/symbols";
import { Blob, checkDictionary, oneLess } from "./blob";

/** A Blob with a name and a time of last modification. */
export class File extends Blob {
  #name: string;
  #lastModified: number;

  constructor(
    fileBits: any,
    fileName: string,
    options?: { type?: string; endings?: "transparent" | "native"; lastModified?: number | Date } | null,
  ) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS("fileBits", "fileName");
    super(fileBits, options);
    checkDictionary(options);
    this.#name = `${fileName}`.toWellFormed();
    const { lastModified } = options ?? {};
    this.#lastModified = lastModified === undefined ? Date.now() : Number(lastModified) || 0;
  }

  /** The file's name. */
  get name(): string {
    if (typeof this !== "object" || this === null || !(#name in this)) throw new ERR_INVALID_THIS("File");
    return this.#name;
  }
  /** Milliseconds since 1970. */
  get lastModified(): number {
    if (typeof this !== "object" || this === null || !(#name in this)) throw new ERR_INVALID_THIS("File");
    return this.#lastModified;
  }

  override [kInspect](
    depth: number,
    options: any,
    show: (value: object, options: object) => string,
  ): string {
    if (typeof depth === "number" && depth < 0) return "[File]";
    const { size, type, name, lastModified } = this;
    return `File ${show({ size, type, name, lastModified }, { ...options, depth: oneLess(options.depth) })}`;
  }
}

for (const name of ["name", "lastModified"]) Object.defineProperty(File.prototype, name, { enumerable: true });
Object.defineProperty(File.prototype, kInspect, { enumerable: false });
Object.defineProperty(File.prototype, Symbol.toStringTag, { value: "File", configurable: true });
