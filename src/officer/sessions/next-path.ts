/** Places of the office that a sign-in may lead back to; nothing else, so that nobody is led elsewhere (CWE-601). */
const places = /^\/(?:access-codes|appointments|approvals|audit|bulk|cases|evidence-requests|inquiries|intake|messages|money|numbers|outages|papers|payments-taken-back|people|printing|protected|queues|refunds|sent-evidence|support|views|work)(?:\/[\w-]{1,40}){0,3}$/

export const ownPath = (text: string | undefined): string | undefined => {
  const path = text?.replace(/[?#].*$/s, '')
  return path && places.test(path) ? path : undefined
}

/** An address that remembers where the officer wanted to go. */
export function withNext(path: string, next: string | undefined): string {
  const own = ownPath(next)
  return own ? `${path}?next=${encodeURIComponent(own)}` : path
}
