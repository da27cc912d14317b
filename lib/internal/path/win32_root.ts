/** The root of a Windows path: a drive, a UNC share, a device, or just a separator. */

const kSlash = 47;
const kBackslash = 92;
const kColon = 58;

/** `/` or `\`. */
export function isSeparator(code: number): boolean {
  return code === kSlash || code === kBackslash;
}

/** A to Z in either case. */
export function isDriveLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Does the path begin with a drive, as in `C:`? */
export function hasDrive(path: string): boolean {
  return path.length > 1 && path.charCodeAt(1) === kColon && isDriveLetter(path.charCodeAt(0));
}

const kReserved = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]):/i;

/** The name of a device with its colon at the start of `text` (`COM1:`); empty when there is none. */
export function reservedDevice(text: string): string {
  return kReserved.exec(text)?.[0] ?? "";
}

/** A path's root. */
export interface WindowsRoot {
  /** `C:`, `\\server\share` or `\\.`, with backslashes; empty when the path names none. */
  device: string;
  /** Where the rest of the path begins. The separator that ends the root is part of the root. */
  end: number;
  absolute: boolean;
  /** A share: `\\server\share`. */
  unc: boolean;
}

function skip(path: string, from: number, separators: boolean): number {
  let i = from;
  while (i < path.length && isSeparator(path.charCodeAt(i)) === separators) i++;
  return i;
}

/** Finds the root of `path`. With `devices`, `\\.\` and `\\?\` are roots of their own, whatever follows. */
export function findRoot(path: string, devices: boolean): WindowsRoot {
  if (path.length === 0) return { device: "", end: 0, absolute: false, unc: false };
  if (isSeparator(path.charCodeAt(0))) {
    const share = path.length > 1 && isSeparator(path.charCodeAt(1)) ? findShare(path, devices) : undefined;
    return share ?? { device: "", end: 1, absolute: true, unc: false };
  }
  if (!hasDrive(path)) return { device: "", end: 0, absolute: false, unc: false };
  const absolute = path.length > 2 && isSeparator(path.charCodeAt(2));
  return { device: path.slice(0, 2), end: absolute ? 3 : 2, absolute, unc: false };
}

function findShare(path: string, devices: boolean): WindowsRoot | undefined {
  const serverEnd = skip(path, 2, false);
  if (serverEnd === 2 || serverEnd === path.length) return undefined;
  const shareStart = skip(path, serverEnd, true);
  if (shareStart === path.length) return undefined;
  const server = path.slice(2, serverEnd);
  if (devices && (server === "." || server === "?")) {
    return { device: `\\\\${server}`, end: serverEnd, absolute: true, unc: false };
  }
  const shareEnd = skip(path, shareStart, false);
  const device = `\\\\${server}\\${path.slice(shareStart, shareEnd)}`;
  return { device, end: Math.min(shareEnd + 1, path.length), absolute: true, unc: true };
}
