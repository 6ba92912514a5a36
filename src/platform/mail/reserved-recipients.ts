// RFC 2606 and RFC 6761: names that belong to nobody, so a mail to them reaches nobody.
const reservedTopLevels = ['test', 'example', 'invalid', 'localhost']
const reservedDomains = ['example.com', 'example.net', 'example.org']

/** Whether mail to this address can only reach a test: its domain is reserved by RFC 2606 or RFC 6761. */
export function isReservedRecipient(address: string): boolean {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')
  const topLevel = domain.slice(domain.lastIndexOf('.') + 1)
  return (
    reservedTopLevels.includes(topLevel) ||
    reservedDomains.some((name) => domain === name || domain.endsWith(`.${name}`))
  )
}

/** Whether a host name or literal is this machine itself (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3). */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}
