import { statusTitle } from '../../cases/index.ts'
import type { NoticeOfCase, Thread } from '../../correspondence/index.ts'
import { filedForOffice, type FiledForOffice, type MarkedCase, paymentMarkOfCase, type WaiverCase, waiverOfCase } from '../../filing/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, textField } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { caseFile, type CaseFile } from '../case-file/case-file.ts'
import { changeCaseStatus } from '../case-file/change-case-status.ts'
import { openFile } from '../case-file/open-file.ts'
import { putBack } from '../queues/take-next.ts'
import { type WritingOfFile, writingOfFile } from '../inquiries/inquiry-acts.ts'
import { type FileRequests, requestsOfFile } from '../evidence-requests/composing.ts'
import { threadsOfFile } from '../messages/list-messages.ts'
import { noticesOfFile } from '../notices/opened-notices.ts'
import { staffWho } from '../sessions/access.ts'
import { CaseFileView } from './case-file-view.tsx'
import { OpenForm } from './open-case.tsx'

type OpenFile = Extract<CaseFile, { state: 'open' }>
export type CaseModel =
  | { state: 'closed' }
  | (OpenFile & { filed: FiledForOffice | null; statusWords: string; waiver: WaiverCase | null; payment: MarkedCase | null; threads: readonly Thread[]; writing: WritingOfFile; asked: FileRequests | null; notices: readonly NoticeOfCase[] })

const toCase = ({ params }: Pick<Context<{ receiptNumber: string }>, 'params'>) => seeOther(officePaths.case(params))

async function modelOf(context: Context<{ receiptNumber: string }>): Promise<CaseModel | null> {
  const file = await context.read(caseFile, context.params)
  if (file?.state !== 'open') return file
  const { id, status } = file.case
  const filed = (await context.read(filedForOffice, { caseId: id, language: context.t.language })) ?? null
  const waiver = (await context.read(waiverOfCase, { caseId: id })) ?? null
  const payment = (await context.read(paymentMarkOfCase, { caseId: id })) ?? null
  const threads = (await context.read(threadsOfFile, context.params)) ?? []
  const asked = (await context.read(requestsOfFile, { caseId: id })) ?? null
  const notices = (await context.read(noticesOfFile, context.params)) ?? []
  const writing = (await context.read(writingOfFile, { caseId: id })) ?? { inquiries: [], sent: [], checks: [] }
  return { ...file, asked, filed, waiver, payment, threads, writing, notices, statusWords: statusTitle(context.services.agency, context.t, status) }
}

/** `/cases/<receipt number>`: first **Reason for opening**, then the file and **Change status**. */
export const casePage = page({
    path: officePaths.case,
    access: staffWho('read-file'),
    audit: records(openFile, changeCaseStatus),
    load: async (context: Context<{ receiptNumber: string }>) => (await modelOf(context)) ?? notFound,
    fields: {
      status: textField({ empty: 'officer.case.change.status-empty', most: 60 }),
      reason: longTextField({ empty: 'officer.case.change.reason-empty', most: 2000 }),
    },
    view: ({ t, model, form, context }) => {
      const { receiptNumber } = context.params
      if (model.state === 'closed')
        return {
          title: t('officer.open.title', { receiptNumber }),
          body: <OpenForm t={t} form={form} csrfToken={context.csrfToken()} receiptNumber={receiptNumber} />,
        }
      return {
        title: t('officer.case.title', { receiptNumber }),
        wide: true,
        body: <CaseFileView t={t} model={model} form={form} context={context} />,
      }
    },
    submit: {
      operation: changeCaseStatus,
      input: ({ status, reason }, { params }) => ({ receiptNumber: params.receiptNumber, status, reason }),
      shows: {
        'unknown-case': () => notFound,
        'file-not-opened': toCase,
        'not-a-next-status': { at: 'status', key: 'officer.case.change.not-next' },
        'request-to-decide': { at: 'status', key: 'waiver.office.apart' },
        'two-people-needed': { at: 'status', key: 'officer.case.change.two-needed' },
        'act-of-its-own': { at: 'status', key: 'officer.case.change.own-act' },
      },
      then: (_changed, { params }) => seeOther(`${officePaths.case(params)}?changed=yes`),
    },
  })

export const putBackAction = action({
  path: officePaths.putBack,
  access: staffWho('put-case-back'),
  audit: records(putBack),
  back: toCase,
  submit: {
    operation: putBack,
    input: (_values, { params }) => ({ receiptNumber: params.receiptNumber }),
    shows: { 'not-yours': toCase, 'not-allowed': toCase, 'too-many-attempts': toCase },
    then: () => seeOther(officePaths.queues()),
  },
})
