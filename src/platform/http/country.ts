import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { plainAddress } from './network.ts'

type Maxmind = typeof import('maxmind')

interface CountryRecord {
  country_code?: string
}

/** Networks that lie in no country (RFC 6890 and the documentation networks): the database gives some of them one. */
const nowhere = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
  '::/127 64:ff9b:1::/48 100::/64 2001:db8::/32 3fff::/20 fc00::/7 fe80::/10 ff00::/8',
].flatMap((line) => line.split(' '))

const privateNetworks = new BlockList()
for (const network of nowhere) {
  const [address = '', bits] = network.split('/')
  privateNetworks.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6')
}

let reader: { get(address: string): CountryRecord | null } | undefined

/** Opened when a session is first opened, and read from memory from then on (8 MB). No other service is asked. */
function countries() {
  if (reader) return reader
  const require = createRequire(import.meta.url)
  const { Reader } = require('maxmind') as Maxmind
  const path = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb')
  reader = new Reader(readFileSync(path)) as NonNullable<typeof reader>
  return reader
}

/**
 * The country in which the network of an address is registered, as ISO 3166-1 alpha-2; null for private addresses and
 * those nobody knows. It is a rough place: a proxy or a phone's provider may stand elsewhere.
 */
export function countryOf(address: string): string | null {
  const plain = plainAddress(address)
  const family = isIPv4(plain) ? 'ipv4' : isIPv6(plain) ? 'ipv6' : null
  if (!family || privateNetworks.check(plain, family)) return null
  const code = countries().get(plain)?.country_code
  return code && /^[A-Z]{2}$/.test(code) ? code : null
}
