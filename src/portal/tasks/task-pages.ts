import { paths } from '../../platform/paths.ts'
import type { OpenTask, TaskKind } from '../../cases/index.ts'

type PageOf = (at: { receiptNumber: string; subject: string }) => string

const requestPage: PageOf = ({ receiptNumber, subject }) => paths.request({ receiptNumber, request: subject })

/** Where a task of each kind is done. A kind whose page is not there shows its words without a button. */
const taskPages: { readonly [K in TaskKind]?: PageOf } = {
  'prove-identity': ({ receiptNumber, subject }) => paths.proveIdentity({ receiptNumber, check: subject }),
  appointment: ({ receiptNumber, subject }) => paths.appointment({ receiptNumber, appointment: subject }),
  'read-notice': ({ receiptNumber, subject }) => paths.notice({ receiptNumber, notice: subject }),
  'answer-request': requestPage,
  'answer-intent': requestPage,
}

export const taskPage = ({ kind, subject }: Pick<OpenTask, 'kind' | 'subject'>, receiptNumber: string): string | null =>
  taskPages[kind]?.({ receiptNumber, subject }) ?? null
