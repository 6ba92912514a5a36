import { isIPv4 } from 'node:net'

/** An address without the zone, and an IPv4 one that came in IPv6's clothes as itself. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

/** The network a request is counted under: an IPv4 address whole, an IPv6 address by its /64. */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
  return isIPv4(plain) ? plain : `${expanded(plain).slice(0, 4).join(':')}::/64`
}

function expanded(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array(zeros).fill('0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}
