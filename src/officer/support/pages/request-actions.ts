import { identityDocuments, supportAnswers } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { choiceField, choicesField, longTextField } from '../../../platform/http/field.ts'
import { action, type Context, records, type Route } from '../../../platform/http/page.ts'
import type { Operation } from '../../../platform/operation.ts'
import { officePaths, type PathBuilder } from '../../../platform/paths.ts'
import type { Right } from '../../may.ts'
import { staffWho } from '../../sessions/access.ts'
import {
  answerSupport,
  closeSupport,
  protectRequester,
  confirmIdentity,
  recordIdentity,
  sendSupportAgain,
  stopSupportRecovery,
} from '../work-on-request.ts'
import type { Said } from './said.ts'

type Asked = Pick<Context<{ trackingNumber: string }>, 'params'>

/** Back to the request, which says what came of it. */
const back = (said: Said) => (context: Pick<Context, 'params'>) =>
  seeOther(`${officePaths.supportRequest(context.params as Asked['params'])}?said=${said}`)

const numberOf = (context: Pick<Context, 'params'>) => ({ trackingNumber: context.params.trackingNumber ?? '' })

const refusals = {
  'not-possible': back('not-possible'),
  'not-allowed': back('not-possible'),
  'too-many-attempts': back('not-possible'),
}

/** A button that needs nothing but the request it stands on. */
const button = (
  path: PathBuilder,
  right: Right,
  operation: Operation<{ trackingNumber: string }, undefined, 'not-possible'>,
  said: Said,
): Route =>
  action({
    path,
    access: staffWho(right),
    audit: records(operation),
    back: back('not-possible'),
    submit: { operation, input: (_values, context) => numberOf(context), shows: refusals, then: (_done, context) => back(said)(context) },
  })

const protect = action({
  path: officePaths.protectRequester,
  access: staffWho('open-support'),
  audit: records(protectRequester),
  fields: { reason: longTextField({ empty: 'office-support.said.no-reason', most: 2000 }) },
  back: back('no-reason'),
  submit: {
    operation: protectRequester,
    input: ({ reason }, context) => ({ ...numberOf(context), reason }),
    shows: refusals,
    then: (_done, context) => back('protected')(context),
  },
})

const answer = action({
  path: officePaths.answerSupport,
  access: staffWho('work-support'),
  audit: records(answerSupport),
  fields: { answer: choiceField(supportAnswers, { empty: 'office-support.said.choose' }) },
  back: back('choose'),
  submit: {
    operation: answerSupport,
    input: (values, context) => ({ ...numberOf(context), answer: values.answer }),
    shows: refusals,
    then: (_done, context) => back('answered')(context),
  },
})

const record = action({
  path: officePaths.recordIdentity,
  access: staffWho('work-support'),
  audit: records(recordIdentity),
  fields: { documents: choicesField(identityDocuments) },
  back: back('choose'),
  submit: {
    operation: recordIdentity,
    input: ({ documents }, context) => ({ ...numberOf(context), documents }),
    shows: refusals,
    then: (_done, context) => back('identity-recorded')(context),
  },
})

const confirm = action({
  path: officePaths.confirmIdentity,
  access: staffWho('confirm-identity'),
  audit: records(confirmIdentity),
  back: back('not-possible'),
  submit: {
    operation: confirmIdentity,
    input: (_values, context) => numberOf(context),
    shows: { ...refusals, 'recorded-by-you': back('recorded-by-you') },
    then: (_done, context) => back('identity-confirmed')(context),
  },
})

export const requestActions: readonly Route[] = [
  answer,
  protect,
  record,
  confirm,
  button(officePaths.sendSupportAgain as PathBuilder, 'work-support', sendSupportAgain, 'sent-again'),
  button(officePaths.stopRecovery as PathBuilder, 'work-support', stopSupportRecovery, 'recovery-cancelled'),
  button(officePaths.closeSupport as PathBuilder, 'work-support', closeSupport, 'closed'),
]
