import { seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import type { Access } from '../../platform/http/visit.ts'
import type { PathBuilder } from '../../platform/paths.ts'
import { sendAnotherCode } from '../one-time-password/send-another-code.ts'
import { ownPath } from '../sessions/own-path.ts'

/** **request a new one-time password**: sends it and goes back to the page that asked. */
export function anotherCodeAction<P extends string>(path: PathBuilder<P>, access: Access, backTo: () => string) {
  const back = (query: Readonly<Record<string, string>>, sent?: string) => {
    const next = ownPath(query.next)
    const values = Object.entries({ ...(sent ? { sent } : {}), ...(next ? { next } : {}) })
    return seeOther([backTo(), new URLSearchParams(values).toString()].filter(Boolean).join('?'))
  }
  return action({
    path: path as PathBuilder,
    access,
    audit: records(sendAnotherCode),
    back: ({ query }) => back(query),
    submit: {
      operation: sendAnotherCode,
      input: () => undefined,
      shows: {
        'no-session': ({ query }) => back(query),
        'too-many-codes': ({ query }) => back(query, 'too-many'),
        'not-allowed': ({ query }) => back(query),
        'too-many-attempts': ({ query }) => back(query, 'too-many'),
      },
      then: (_output, { query }) => back(query, 'again'),
    },
  })
}
