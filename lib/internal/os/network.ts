/** `os.networkInterfaces`. */
import binding from "binding:os";

/** One address of a network interface. */
export interface NetworkInterfaceInfo {
  address: string;
  netmask: string;
  family: "IPv4" | "IPv6";
  mac: string;
  /** A loopback interface: not to be reached from elsewhere. */
  internal: boolean;
  /** Address and length of the prefix; null when the netmask is none. */
  cidr: string | null;
  /** For IPv6: the number of the link that a link-local address belongs to. */
  scopeid?: number;
}

/** The number of bits that are 1 at the start of a netmask; -1 when others follow a 0. */
function prefixLength(netmask: string, v6: boolean): number {
  const groups = v6 ? expandIPv6(netmask) : netmask.split(".").map(Number);
  const width = v6 ? 16 : 8;
  let length = 0;
  let ended = false;
  for (const group of groups) {
    for (let bit = width - 1; bit >= 0; bit--) {
      if ((group >> bit) & 1) {
        if (ended) return -1;
        length++;
      } else {
        ended = true;
      }
    }
  }
  return length;
}

function expandIPv6(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const numbers = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => parseInt(group, 16)));
  const left = numbers(head);
  if (tail === undefined) return left;
  const right = numbers(tail);
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** The addresses of every network interface that has one, by the interface's name. */
export function networkInterfaces(): Record<string, NetworkInterfaceInfo[]> {
  const flat = binding.networkInterfaces();
  const result: Record<string, NetworkInterfaceInfo[]> = {};
  for (let i = 0; i < flat.length; i += 7) {
    const [name, address, netmask, family, mac, internal, scopeid] = flat.slice(i, i + 7) as [
      string, string, string, number, string, boolean, number,
    ];
    const v6 = family === 6;
    const length = prefixLength(netmask, v6);
    const info: NetworkInterfaceInfo = {
      address,
      netmask,
      family: v6 ? "IPv6" : "IPv4",
      mac,
      internal,
      cidr: length === -1 ? null : `${address}/${length}`,
    };
    if (v6) info.scopeid = scopeid;
    (result[name] ??= []).push(info);
  }
  return result;
}
