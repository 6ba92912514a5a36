import { notFound, seeOther } from '../../../../platform/http/answer.ts'
import { choiceField } from '../../../../platform/http/field.ts'
import { action, type Context, records } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { staffWho } from '../../../sessions/access.ts'
import { confirmMail, seePaper, settlePaperAddress } from './settle.ts'

const toCase = ({ params }: Pick<Context<{ receiptNumber: string }>, 'params'>) => seeOther(officePaths.case(params))

/** **Change the address** or **Leave it**, from the file of a case that a paper waits for. */
export const settlePaperAction = action({
  path: officePaths.settlePaper,
  access: staffWho('settle-paper'),
  audit: records(settlePaperAddress),
  fields: { decision: choiceField(['apply', 'leave'], { empty: 'later-paper.office.decision' }) },
  back: toCase,
  submit: {
    operation: settlePaperAddress,
    input: ({ decision }, { params }) => ({ ...params, apply: decision === 'apply' }),
    shows: { 'unknown-case': () => notFound, 'unknown-paper': () => notFound, 'file-not-opened': toCase, 'settled-already': toCase, 'not-allowed': toCase, 'too-many-attempts': toCase },
    then: (_settled, context) => toCase(context),
  },
})

/** **Mail reaches them**, from the file of a case whose mail comes back. */
export const confirmMailAction = action({
  path: officePaths.confirmMail,
  access: staffWho('settle-paper'),
  audit: records(confirmMail),
  fields: { addressee: choiceField(['applicant', 'representative'], { empty: 'later-paper.office.decision' }) },
  back: toCase,
  submit: {
    operation: confirmMail,
    input: ({ addressee }, { params }) => ({ receiptNumber: params.receiptNumber, addressee }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'not-allowed': toCase, 'too-many-attempts': toCase },
    then: (_done, context) => toCase(context),
  },
})

/** **I have looked at it**, from the file of a case that a paper came for after its decision. */
export const seePaperAction = action({
  path: officePaths.seePaper,
  access: staffWho('settle-paper'),
  audit: records(seePaper),
  fields: {},
  back: toCase,
  submit: {
    operation: seePaper,
    input: (_fields, { params }) => params,
    shows: { 'unknown-case': () => notFound, 'unknown-paper': toCase, 'file-not-opened': toCase, 'not-allowed': toCase, 'too-many-attempts': toCase },
    then: (_seen, context) => toCase(context),
  },
})
