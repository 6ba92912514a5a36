import type { Access, Visit } from '../../platform/http/visit.ts'
import { officePaths } from '../../platform/paths.ts'
import { mayDo, type Right } from '../may.ts'
import { withNext } from './next-path.ts'

const stageOf = (visit: Visit) => visit.session?.staff?.stage

const toSignIn = (visit: Visit, url: string) =>
  stageOf(visit) === 'password-given'
    ? { goTo: withNext(officePaths.signInCode(), url) }
    : { goTo: withNext(officePaths.signIn(), url) }

/** Any staff member, signed in with both factors. */
export const anyStaff: Access = {
  name: 'staff signed in',
  check: (visit, url) => (stageOf(visit) === 'full' ? 'allowed' : toSignIn(visit, url)),
}

/** Staff whose role may; others are led to the front page, which says what is there for them. */
export const staffWho = (right: Right): Access => ({
  name: `staff who may ${right}`,
  check: (visit, url) => {
    if (stageOf(visit) !== 'full') return toSignIn(visit, url)
    return mayDo(visit.actor, right) ? 'allowed' : { goTo: officePaths.front() }
  },
})

/** The sign-in pages: whoever is signed in goes on to the front page. */
export const notSignedIn: Access = {
  name: 'not signed in',
  check: (visit) => (stageOf(visit) === 'full' ? { goTo: officePaths.front() } : 'allowed'),
}

/** A right password, and the code still to come. */
export const passwordGiven: Access = {
  name: 'password given',
  check: (visit) => {
    if (stageOf(visit) === 'password-given') return 'allowed'
    return { goTo: stageOf(visit) === 'full' ? officePaths.front() : officePaths.signIn() }
  },
}
