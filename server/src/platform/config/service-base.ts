import { BlockList, isIP } from "node:net"

const NEAR = new BlockList()
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  NEAR.addSubnet(network, prefix, "ipv4")
NEAR.addAddress("::1", "ipv6")
NEAR.addSubnet("fc00::", 7, "ipv6")
NEAR.addSubnet("fe80::", 10, "ipv6")

/** Names that no public server has: of this machine, of a container beside it, or of a private network. */
const NEAR_NAME = /^[^.]+$|\.(localhost|local|internal|home\.arpa)$/

/** Whether a host lies on this machine or its own network, going by its address or name alone. */
export function isNear(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "")
  const family = isIP(host)
  return family === 0 ? NEAR_NAME.test(host) : NEAR.check(host, family === 6 ? "ipv6" : "ipv4")
}

/**
 * Whether a service may be spoken to at this address: by https, or plainly where it is near. Its address is a base, so
 * it has neither a query nor a fragment; and it has no name and password, since those would be shown where it is shown.
 */
export function isServiceBase(address: string): boolean {
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  return (protocol === "https:" || isNear(hostname)) && username + password + search + hash === ""
}
