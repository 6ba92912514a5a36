import { identityNoteCharactersMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../platform/http/field.ts'
import { action, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { askForIdentity, recordIdentityFound } from './identity-acts.ts'
import type { IdentitySaid } from './identity-said.ts'

type OfCase = { params: { receiptNumber: string } }
const toCase = ({ params: { receiptNumber } }: OfCase) => seeOther(officePaths.case({ receiptNumber }))
const saying = (said: IdentitySaid) => ({ params: { receiptNumber } }: OfCase) => seeOther(`${officePaths.case({ receiptNumber })}?identity=${said}`)

const askIdentityAction = action({
  path: officePaths.askIdentity,
  access: staffWho('check-identity'),
  audit: records(askForIdentity),
  fields: { identityReason: textField({ empty: 'identity.office.reason.empty', most: 60 }), [idempotencyFieldName]: pressField },
  back: saying('empty'),
  submit: {
    operation: askForIdentity,
    input: ({ identityReason: reason, [idempotencyFieldName]: press }, { params }) => ({ ...params, reason: reason as string, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-reason': saying('empty'),
      'asked-already': saying('asked-already'),
      'case-is-over': saying('case-is-over'),
      'not-allowed': toCase,
      'too-many-attempts': toCase,
    },
    then: (_asked, context) => saying('asked')(context),
  },
})

const decideIdentityAction = action({
  path: officePaths.decideIdentity,
  access: staffWho('check-identity'),
  audit: records(recordIdentityFound),
  fields: {
    outcome: textField({ empty: 'identity.office.outcome.empty', most: 60 }),
    'in-person': textField({ empty: 'identity.office.outcome.empty', most: 10, optional: true }),
    note: longTextField({ empty: 'identity.office.outcome.empty', most: identityNoteCharactersMost, optional: true }),
  },
  back: saying('empty'),
  submit: {
    operation: recordIdentityFound,
    input: ({ outcome, 'in-person': inPerson, note }, { params }) => ({ ...params, outcome, inPerson: inPerson === 'yes', note }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-check': () => notFound,
      'unknown-outcome': saying('empty'),
      'nothing-sent': saying('empty'),
      'decided-before': saying('decided-before'),
      'not-allowed': toCase,
      'too-many-attempts': toCase,
    },
    then: (_decided, context) => saying('decided')(context),
  },
})

export const identityRoutes: readonly Route[] = [askIdentityAction, decideIdentityAction]
