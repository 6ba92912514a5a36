import type { RequestKind } from '../../agency/index.ts'
import { issueNotice, type NoticeToIssue, type Words } from '../notices/index.ts'
import type { DraftAsk, RequestWords } from './request.ts'

type Issuing = Parameters<typeof issueNotice>[0]

interface Asked {
  readonly caseId: string
  readonly receiptNumber: string
  readonly request: string
  readonly kind: RequestKind
  readonly words: RequestWords
  readonly asks: readonly DraftAsk[]
  readonly dueAt: Temporal.Instant
}

const packText = (key: string): Words => ({ file: 'requests', key })

/** An ask as the notice lists it: the agency's words in its language, and what the officer added. */
const listed = ({ code, title, words }: DraftAsk): { title: Words; text?: Words }[] =>
  code === null
    ? [{ title, text: words }]
    : [{ title: packText(`ask.${code}.title`), text: packText(`ask.${code}.counts`) }, ...(words === '' ? [] : [{ title: packText('ask.added'), text: words }])]

/** The notice that says what is asked and by when; about one request there is one. */
export function issueRequestNotice(context: Issuing, { caseId, receiptNumber, request, kind, words, asks, dueAt }: Asked): Promise<{ notice: string }> {
  const reasons = kind.grounds ? { reasons: [{ title: packText('grounds'), text: words.grounds }] } : {}
  const note = words.opening === '' ? {} : { note: words.opening }
  const values: NoticeToIssue['values'] = { dueAt, asks: asks.flatMap(listed), ...reasons, ...note }
  return issueNotice(context, { caseId, receiptNumber, kind: kind.notice, values, source: request })
}
