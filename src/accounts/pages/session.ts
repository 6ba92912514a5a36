import { json, seeOther } from '../../platform/http/answer.ts'
import { action, endpoint, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { goesOnWords } from '../../ui/index.ts'
import { extendSession } from '../sessions/extend-session.ts'
import { signOut } from '../sessions/sign-out.ts'

const toFront = () => seeOther(paths.front())

export const signOutAction = action({
  path: paths.signOut,
  access: anyone,
  audit: records(signOut),
  // A token of an older session: still signed in, so the person sees that they are, with a button that works.
  back: () => seeOther(paths.account()),
  submit: {
    operation: signOut,
    input: () => undefined,
    shows: { 'not-allowed': toFront, 'too-many-attempts': toFront },
    then: (_output, context) => {
      context.endSession()
      return toFront()
    },
  },
})

/** Asked by the page's script on one press: says when the session now ends. */
export const extendSessionEndpoint = endpoint({
  path: paths.extendSession,
  method: 'POST',
  access: anyone,
  audit: records(extendSession),
  run: async (context) => {
    const extended = await context.perform(extendSession, undefined)
    if (!extended.ok) return json({ error: 'session-ended' }, 401)
    const { idleEndsAt, endsAt } = extended.output
    const told = goesOnWords(context.t, idleEndsAt, context.services.clock.now())
    return json({ idleEndsAt: idleEndsAt.toString(), endsAt: endsAt.toString(), ...told })
  },
})
