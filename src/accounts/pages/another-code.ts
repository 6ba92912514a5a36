import { seeOther } from '../../platform/http/answer.ts'
import { choiceField } from '../../platform/http/field.ts'
import { action, type Context, procedure, records } from '../../platform/http/page.ts'
import type { Access } from '../../platform/http/visit.ts'
import type { PathBuilder } from '../../platform/paths.ts'
import { sendAnotherCode, sendCodeBy } from '../one-time-password/send-another-code.ts'
import { type CodeWay, codeWays } from '../second-factor/ways.ts'
import { ownPath } from '../sessions/own-path.ts'

type Asked = Pick<Context, 'query'>

/** Back to the page that asked, which keeps where the person was going. */
function backTo(page: () => string, { query }: Asked, sent?: string) {
  const next = ownPath(query.next)
  const values = Object.entries({ ...(sent ? { sent } : {}), ...(next ? { next } : {}) })
  return seeOther([page(), new URLSearchParams(values).toString()].filter(Boolean).join('?'))
}

const shownOn = (page: () => string) => {
  const back = (context: Asked) => backTo(page, context)
  const tooMany = (context: Asked) => backTo(page, context, 'too-many')
  return {
    'no-session': back,
    'no-such-way': back,
    'too-many-codes': tooMany,
    'not-allowed': back,
    'too-many-attempts': tooMany,
  }
}

/** In whose session the code is asked: this one's, or another that the same person is proving. Null: there is none now. */
type Asking = (context: Context) => Promise<Pick<Context, 'perform'> | null>

const inOwnSession: Asking = async (context) => context
const noSession = { ok: false, refusal: 'no-session' } as const

/** **request a new one-time password**: sends it and goes back to the page that asked. */
export function anotherCodeAction<P extends string>(
  path: PathBuilder<P>,
  access: Access,
  page: () => string,
  asking: Asking = inOwnSession,
) {
  return action({
    path: path as PathBuilder,
    access,
    audit: records(sendAnotherCode),
    back: (context) => backTo(page, context),
    submit: {
      operation: procedure({
        refusals: sendAnotherCode.refusals,
        call: async (context: Context, _input: undefined) =>
          (await asking(context))?.perform(sendAnotherCode, undefined) ?? noSession,
      }),
      input: () => undefined,
      shows: shownOn(page),
      then: (_output, context) => backTo(page, context, 'again'),
    },
  })
}

/** Another of the account's ways, where the one that was asked by fails. */
export function otherWayAction<P extends string>(
  path: PathBuilder<P>,
  access: Access,
  page: () => string,
  asking: Asking = inOwnSession,
) {
  return action({
    path: path as PathBuilder,
    access,
    audit: records(sendCodeBy),
    fields: { way: choiceField(codeWays, { empty: 'accounts.method.empty' }) },
    back: (context) => backTo(page, context),
    submit: {
      operation: procedure({
        refusals: sendCodeBy.refusals,
        call: async (context: Context, input: { way: CodeWay }) =>
          (await asking(context))?.perform(sendCodeBy, input) ?? noSession,
      }),
      input: ({ way }) => ({ way }),
      shows: shownOn(page),
      then: (_output, context, _model, { way }) => backTo(page, context, way === 'app' ? undefined : 'again'),
    },
  })
}
