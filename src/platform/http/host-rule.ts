/** Whether a request's Host is one we answer to; asked before anything of the request is looked at. */
export type HostRule = (host: string | undefined) => boolean

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * The hosts of a listener: its own origin's, and for an origin on this machine every name of this machine (an SSH tunnel
 * has another port). A page from elsewhere can point its own name at this machine and then reads us as “same origin”
 * (DNS rebinding), but it cannot change the Host that its browser sends (RFC 9110, 7.2; ASVS V3.5).
 */
export function hostsOf(origin: string): HostRule {
  const own = new URL(origin).host
  const isLocal = loopbackName.test(own)
  return (host) => host !== undefined && (host.toLowerCase() === own || (isLocal && loopbackName.test(host)))
}
