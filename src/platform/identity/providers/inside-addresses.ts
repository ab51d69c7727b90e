/**
 * Addresses that only machines near this one reach: what an administrator of a municipality types must not make this program ask
 * them anything. Source: the special-purpose registries of IANA (RFC 6890 and what came after).
 */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Why a question was not asked: its place is inside the network of this installation. */
export class InsideAddress extends Error {
  override readonly name = 'InsideAddress'
}

/** Finds the addresses of a host by its name. */
export type Lookup = (host: string) => Promise<readonly string[]>

/**
 * Throws `InsideAddress` when any address of the host of `url` is inside. NOTE a name that changes its address between this question
 * and the next gets past it; what it reaches then sees a question for JSON over https with a certificate of that name, and no more.
 */
export async function refuseInside(url: string, addressesOf: Lookup = askedOfNames): Promise<void> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await addressesOf(host)
  if (addresses.some(isInside)) throw new InsideAddress()
}

/** Whether an address is of this machine, of a network of one's own, or of no machine at all. */
export function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const askedOfNames: Lookup = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4')
// The last two bring addresses of the old kind along: to translate them back is not worth a provider.
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
  ['2002::', 16],
] as const)
  inside.addSubnet(network, bits, 'ipv6')
