import type { Access, Verdict, Visit } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { type SignUpStep, stepPath } from '../sign-up/steps.ts'
import { ownPath, withNext } from './own-path.ts'
import type { Holder } from './visit.ts'

const holderOf = (visit: Visit): Holder | undefined => visit.session?.holder

const nextOf = (url: string): string | undefined =>
  ownPath(new URL(url, 'http://portal.invalid').searchParams.get('next') ?? undefined)

/** Where a person goes whose session is not what a page needs. */
function elsewhere(holder: Holder | undefined, signedOutPath: string, next?: string): Verdict {
  if (holder?.stage === 'full') return { goTo: next ?? paths.account() }
  if (holder?.stage === 'sign-up') return { goTo: stepPath(holder.nextStep) }
  if (holder?.stage === 'password-given') return { goTo: withNext(paths.signInCode(), next) }
  return { goTo: withNext(signedOutPath, next) }
}

const signedInTo = (visit: Visit, url: string): Verdict => {
  const holder = holderOf(visit)
  return holder?.stage === 'full' ? 'allowed' : elsewhere(holder, paths.signIn(), url)
}

/** A complete account, signed in with both factors. Others are led to what they still have to do. */
export const signedIn: Access = { name: 'signed in', check: signedInTo }

const signedInAs = (...roles: readonly string[]): Access => ({
  name: `signed in as ${roles.join(' or ')}`,
  check: (visit, url) => {
    const verdict = signedInTo(visit, url)
    return verdict === 'allowed' && !roles.some((role) => visit.actor.roles.includes(role)) ? 'not-found' : verdict
  },
})

export const applicant = signedInAs('applicant')
export const representative = signedInAs('representative')
export const applicantOrRepresentative = signedInAs('applicant', 'representative')

/** A step's page that stays open to a complete account, as a page of its own and no step any more. */
export const signUpStepOrSignedIn = (name: SignUpStep): Access => ({
  name: `sign-up step ${name}, or signed in`,
  check: (visit, url) => (holderOf(visit)?.stage === 'full' ? 'allowed' : signUpStep(name).check(visit, url)),
})

/** Signed in, with a factor given within five minutes: asked again where it was not, then led back here. */
export const needsRecentProof: Access = {
  name: 'signed in with a recent proof',
  check: (visit, url) => {
    const verdict = signedInTo(visit, url)
    if (verdict !== 'allowed' || holderOf(visit)?.hasRecentProof) return verdict
    return { goTo: withNext(paths.signInAgain(), url), keepsPosted: true }
  },
}

/** The same for what representatives alone may: to anybody else there is no such page, and they are asked for nothing. */
export const representativeWithProof: Access = {
  name: 'signed in as representative with a recent proof',
  check: (visit, url) => {
    const verdict = representative.check(visit, url)
    return verdict === 'allowed' ? needsRecentProof.check(visit, url) : verdict
  },
}

/** Pages for people who are not signed in; who is goes on to where they were going. */
export const signedOut: Access = {
  name: 'signed out',
  check: (visit, url) => {
    const holder = holderOf(visit)
    return holder?.stage === 'full' ? elsewhere(holder, paths.signIn(), nextOf(url)) : 'allowed'
  },
}

/** A right password, and the one-time password still to come. */
export const passwordGiven: Access = {
  name: 'password given',
  check: (visit, url) => {
    const holder = holderOf(visit)
    return holder?.stage === 'password-given' ? 'allowed' : elsewhere(holder, paths.signIn(), nextOf(url))
  },
}

/** A mailed reset link was opened in this browser, and its reset may still go on. */
export const resetting: Access = {
  name: 'resetting',
  check: (visit) => (holderOf(visit)?.stage === 'resetting' ? 'allowed' : { goTo: `${paths.forgotPassword()}?ended=yes` }),
}

/** The page of one step: open when it is the next undone one, else the way to the one that is. */
export const signUpStep = (name: SignUpStep): Access => ({
  name: `sign-up step ${name}`,
  check: (visit) => {
    const holder = holderOf(visit)
    return holder?.stage === 'sign-up' && holder.nextStep === name ? 'allowed' : elsewhere(holder, paths.signUp())
  },
})
