import type { AgencyPack } from '../../agency/index.ts'
import { type AskedTask, type CaseDocument, officeName, type OwnCase, statusTitle } from '../../cases/index.ts'
import type { UnreadMessages } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'

/** What a reader of a long history may want to see alone. */
export const eventGroups = ['status', 'asked', 'messages', 'papers'] as const
export type EventGroup = (typeof eventGroups)[number]

/** One thing that happened on a case, in words. */
export interface CaseEvent {
  readonly at: Temporal.Instant
  /** The calendar day it counts for, where that is not the day of the moment. */
  readonly on: Temporal.PlainDate | null
  readonly group: EventGroup
  readonly words: string
  /** In words, which office had the case then; left out where it says nothing of the event. */
  readonly office?: string
  /** The paper it is about. */
  readonly document?: CaseDocument
}

type Reader = { readonly t: Text; readonly agency: AgencyPack }

function askedEvents(t: Text, { kind, openedAt, ended }: AskedTask): CaseEvent[] {
  const opened: CaseEvent = { at: openedAt, on: null, group: 'asked', words: t(`timeline.asked.${kind}`) }
  return ended ? [opened, { at: ended.at, on: null, group: 'asked', words: t(`timeline.ended.${kind}.${ended.how}`) }] : [opened]
}

type News = Pick<UnreadMessages, 'moments' | 'transfers'>

/** The office that had a case at a moment: the one that gave it away at the next transfer, else the one that has it now. */
function officeAt(own: OwnCase, transfers: News['transfers'], at: Temporal.Instant): string | null {
  const next = transfers.find((transfer) => Temporal.Instant.compare(transfer.at, at) > 0)
  return next ? next.from : own.office
}

/** A long course says few things often: each is put into words once. */
function eachOnce(say: (code: string) => string): (code: string) => string {
  const said = new Map<string, string>()
  return (code) => {
    const words = said.get(code) ?? say(code)
    said.set(code, words)
    return words
  }
}

function statusEvents({ t, agency }: Reader, own: OwnCase, transfers: News['transfers']): CaseEvent[] {
  const title = eachOnce((status) => statusTitle(agency, t, status))
  const atOffice = eachOnce((office) => t('timeline.office', { office: officeName(agency, t, office) }))
  return own.course.map(({ status, on, at }) => {
    const office = officeAt(own, transfers, at)
    return { at, on, group: 'status', words: title(status), ...(office ? { office: atOffice(office) } : {}) }
  })
}

const mailEvents = (t: Text, own: OwnCase): CaseEvent[] =>
  own.mail.received.map(({ kind, receivedOn, takenAt }) => ({
    ...{ at: takenAt, on: receivedOn, group: 'papers' as const },
    words: t(`timeline.mail.${kind}`),
  }))

const paperEvents = (t: Text, own: OwnCase): CaseEvent[] =>
  own.documents.map((document) => ({ at: document.madeAt, on: document.receivedOn, group: 'papers', words: t(document.titleKey), document }))

const joined = (t: Text, own: OwnCase): CaseEvent[] =>
  own.people
    .filter(({ role }) => role === 'representative')
    .map(({ since, themselves }) => ({ at: since, on: null, group: 'status', words: t(themselves ? 'timeline.you-joined' : 'timeline.representative-joined') }))

/** Everything that happened on a case, as its own people see it, the newest first. */
export function caseEvents(reader: Reader, own: OwnCase, { moments, transfers }: News): CaseEvent[] {
  const { t } = reader
  const isRepresentative = own.role === 'representative'
  const written = moments.map(({ at, side }): CaseEvent => {
    const isOwn = side === (isRepresentative ? 'representative' : 'person')
    return { at, on: null, group: 'messages', words: t(isOwn ? 'timeline.message.own' : `timeline.message.${side}`) }
  })
  const events = [
    ...statusEvents(reader, own, transfers),
    ...own.asked.flatMap((task) => askedEvents(t, task)),
    ...mailEvents(t, own),
    ...paperEvents(t, own),
    ...own.addressChangedAt.map((at): CaseEvent => ({ at, on: null, group: 'papers', words: t('timeline.address') })),
    ...joined(t, own),
    ...written,
  ]
  return events.sort((one, other) => Temporal.Instant.compare(other.at, one.at))
}
