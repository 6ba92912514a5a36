import type { AgencyPack, RequestKind } from '../../agency/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { CaseEnd } from '../ending/case-end.ts'

/** `open`: it waits for an answer. Whatever else it is, nobody answers it any more. */
export const requestStates = ['open', 'answered', 'lapsed', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

export const answerSides = ['person', 'representative'] as const
export type AnswerSide = (typeof answerSides)[number]

/** What an officer says of a request in their own words. */
export interface RequestWords {
  readonly opening: string
  /** Why the case would be denied; empty for a request that is no intent to deny. */
  readonly grounds: string
}

/** One thing that is asked: of the agency's list, or of the officer's own making. */
export interface AskWords {
  /** Only where it is none of the list. */
  readonly title: string
  /** What the officer adds to it; for one of their own, what it asks. */
  readonly words: string
}

export interface EvidenceRequest {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly form: string
  readonly kind: string
  readonly words: RequestWords
  readonly sentAt: Temporal.Instant
  readonly days: number
  readonly isMailed: boolean
  readonly dueAt: Temporal.Instant
  readonly state: RequestState
  /** When it was answered, lapsed or was withdrawn; null: it is open. */
  readonly endedAt: Temporal.Instant | null
  readonly way: 'online' | 'paper' | null
  readonly answeredSide: AnswerSide | null
  readonly isPartial: boolean
  readonly isLate: boolean
  /** It ended because its case did, and how; null: by itself, or it is open. */
  readonly endedWith: CaseEnd | null
}

export interface AskedFor {
  readonly id: string
  readonly ordinal: number
  /** Of the agency's list; null: the officer's own. */
  readonly code: string | null
  readonly files: boolean
  readonly words: AskWords
  readonly answer: Answer | null
}

export interface Answer {
  readonly version: number
  /** The person says that they do not have it, and why. */
  readonly lacks: boolean
  readonly text: string
  readonly side: AnswerSide
  readonly savedAt: Temporal.Instant
}

export const requestWordsMost = 4000
export const askWordsMost = 2000
export const askTitleMost = 120
export const answerCharactersMost = 8000
export const asksMost = 20
export const withdrawalWordsMost = 2000

/** The kind of a request in the agency's rules. Throws for a code they do not have. */
export function requestKind(agency: AgencyPack, code: string): RequestKind {
  const kind = agency.evidenceRequests.kinds.find((each) => each.code === code)
  if (!kind) throw new Error(`The agency pack has no kind of request ${code}`)
  return kind
}

/** What an officer may ask for about a form. */
export const asksFor = (agency: AgencyPack, form: string) => agency.evidenceRequests.asks.filter(({ forms }) => !forms || forms.includes(form))

const seal = <T extends object>(table: string, column: string) => {
  const place = (caseId: string, row: string) => ({ person: caseId, table: `correspondence.${table}`, row, column })
  return {
    seal: (keys: Keys, caseId: string, row: string, said: T): Buffer => sealText(keys, place(caseId, row), JSON.stringify(said)),
    /** Throws SealBroken for what was changed or is of another case. */
    open: (keys: Keys, caseId: string, row: string, sealed: Uint8Array): T => JSON.parse(openText(keys, place(caseId, row), sealed)) as T,
  }
}

export const sealedRequest = seal<RequestWords>('evidence_request', 'sealed')
export const sealedAsk = seal<AskWords>('request_ask', 'sealed')
export const sealedAnswer = seal<{ text: string }>('request_answer', 'sealed')
export const sealedWhy = seal<{ why: string }>('evidence_request', 'why_sealed')
export const sealedDraft = seal<{ kind: string; words: RequestWords; asks: readonly DraftAsk[] }>('request_draft', 'sealed')

/** An ask as an officer puts it into a request. */
export interface DraftAsk extends AskWords {
  readonly code: string | null
  readonly files: boolean
}

/** Whether an ask has its answer: words or files where it asks for words, files or why there are none where it asks for files. */
export const isAnswered = ({ files, answer }: Pick<AskedFor, 'files' | 'answer'>, fileCount: number): boolean => {
  if (fileCount > 0) return true
  if (!answer || answer.text === '') return false
  return !files || answer.lacks
}
