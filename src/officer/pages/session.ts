import { json, seeOther } from '../../platform/http/answer.ts'
import { action, endpoint, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { officePaths } from '../../platform/paths.ts'
import { extendSession, signOut } from '../sessions/sign-out.ts'

const toFront = () => seeOther(officePaths.front())

export const signOutAction = action({
  path: officePaths.signOut,
  access: anyone,
  audit: records(signOut),
  back: toFront,
  submit: {
    operation: signOut,
    input: () => undefined,
    shows: { 'not-allowed': toFront, 'too-many-attempts': toFront },
    then: (_output, context) => {
      context.endSession()
      return seeOther(officePaths.signIn())
    },
  },
})

/** Asked by the page's script on one press. */
export const extendSessionEndpoint = endpoint({
  path: officePaths.extendSession,
  method: 'POST',
  access: anyone,
  audit: records(extendSession),
  run: async (context) => {
    const extended = await context.perform(extendSession, undefined)
    return extended.ok ? json({ endsAt: extended.output.endsAt.toString() }) : json({ error: 'session-ended' }, 401)
  },
})
