import type { Route } from '../../src/platform/http/page.ts'

/** Where everything that is posted matters: factors and password, contact, data and closing, signing, paying, letting out a draft, withdrawing. */
const guarded = [
  /^\/account\/(security|contact|data|close)(\/|$)/,
  /^\/drafts\/:draft\/(sign|pay|export)(\/|$)/,
  /^\/cases\/:receiptNumber\/withdraw(\/|$)/,
]

/** Where looking matters as much: everything held of a person, in one file. */
const guardedToSee = /^\/account\/data(\/|$)/

const signingOut = 'takes rights away and gives none; who finds a stranger must not first wait for a code'

/** Addresses under those that need no fresh factor, and why. */
const excused: Readonly<Record<string, string>> = {
  '/account/security/sign-out': signingOut,
  '/account/security/sign-out/others': signingOut,
  '/account/security/sign-out/everywhere': signingOut,
  '/account/security/session-length': 'counts for this visit alone, within its twelve hours',
  '/account/security/recovery/cancel': 'stops somebody who tries to get in, and opens nothing',
  '/account/contact/confirm/:token': 'was asked for after a fresh proof; the mailed link proves the new address, and only its own account can use it',
  '/account/contact/undo/:token': 'is for who holds the address that was replaced, who may be signed out for good',
  '/account/security/backup-code': 'says that the code was kept; who used it may have no other factor left',
}

const posts = (route: Route) => route.kind !== 'page' ? route.kind === 'action' || route.method !== 'GET' && route.method !== 'HEAD' : route.submit !== undefined

/** One sentence for each address that lets an old proof do what matters. */
export function stepUpFaults(routes: readonly Route[]): string[] {
  const faults = routes.flatMap((route) => {
    const { pattern } = route.path
    if (route.access.name === 'signed in with a recent proof' || excused[pattern]) return []
    if (guardedToSee.test(pattern)) return [`${pattern} shows something that matters and asks for no recent proof`]
    return posts(route) && guarded.some((prefix) => prefix.test(pattern))
      ? [`${pattern} changes something that matters and asks for no recent proof`]
      : []
  })
  const patterns = new Set(routes.map(({ path }) => path.pattern))
  const idle = Object.keys(excused).filter((pattern) => !patterns.has(pattern))
  return [...faults, ...idle.map((pattern) => `${pattern} is excused and is no address`)]
}
