import { formShortTitle, type LaterPaperKind, parseReceiptNumber, receivedOnFaults } from '../../../../cases/index.ts'
import { notFound } from '../../../../platform/http/answer.ts'
import { dayField } from '../../../../platform/http/field.ts'
import type { Context, FormState } from '../../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../../platform/i18n/text.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Card, DateField, DayText, FactsList, NumberText } from '../../../../ui/index.ts'
import { caseOfPaper } from './later-desk.ts'

export type CaseContext = Context<{ receiptNumber: string }>
export type Found = NonNullable<Awaited<ReturnType<typeof caseOfPaper.run>>>

/** The case of the address; where nobody has the number, the page is not there. */
export const foundCase = async (context: CaseContext): Promise<Found | typeof notFound> => {
  const read = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
  return (read.ok && (await context.read(caseOfPaper, { receiptNumber: read.number }))) || notFound
}

/** Where each kind of paper is taken in. */
export const laterPathOf = (kind: LaterPaperKind, receiptNumber: string): string => {
  if (kind === 'address') return officePaths.laterAddress({ receiptNumber })
  if (kind === 'returned-mail') return officePaths.laterReturned({ receiptNumber })
  return officePaths.laterPaper({ receiptNumber, kind })
}

/** What was taken in, and where to scan it. */
export const takenPath = (receiptNumber: string, paper: string): string => officePaths.paperTaken({ receiptNumber, paper })

export const receivedField = dayField({ empty: 'later-paper.received.empty', impossible: 'later-paper.received.impossible' })

/** Where each fault of the day is said: at the day. */
export const receivedShows = Object.fromEntries(
  receivedOnFaults.map((fault) => [fault, { at: 'received-month', key: `later-paper.fault.${fault}` }]),
) as Record<(typeof receivedOnFaults)[number], { at: string; key: MessageKey }>

/** Asked of every paper: mail is opened days after it came. */
export function ReceivedInput({ t, form }: { t: Text; form: FormState }) {
  const part = (name: string) => form.value(`received-${name}`)
  return (
    <DateField
      t={t}
      name="received"
      label={t('later-paper.received')}
      hint={t('later-paper.received.hint')}
      value={{ month: part('month'), day: part('day'), year: part('year') }}
      error={form.error('received-month')}
    />
  )
}

/** The case of a paper: its number, form and first letters. */
export function CaseFacts({ t, found, agency }: { t: Text; found: Found; agency: Context['services']['agency'] }) {
  return (
      <FactsList
        facts={[
          { name: t('officer.case.fact.receipt'), value: <NumberText t={t} kind="receipt" value={found.receiptNumber} /> },
          { name: t('officer.case.fact.form'), value: formShortTitle(agency, t, found.form) },
          { name: t('officer.case.fact.received'), value: <DayText t={t} day={found.receivedOn} /> },
          { name: t('later-paper.case.name'), value: found.maskedName ? <bdi>{found.maskedName}</bdi> : t('later-paper.case.no-name') },
        ]}
      />
  )
}

/** Is it the right case? What it is, and what came for it before. */
export function FoundCase(shown: { t: Text; found: Found; agency: Context['services']['agency'] }) {
  const { t, found } = shown
  return (
    <Card title={t('later-paper.case.title')}>
      <p>{t('later-paper.case.check')}</p>
      <CaseFacts {...shown} />
      <EarlierPapers t={t} found={found} />
    </Card>
  )
}

/** A letter that two people open is taken in by one of them. */
function EarlierPapers({ t, found }: { t: Text; found: Found }) {
  if (found.papers.length === 0) return null
  return (
    <>
      <h3>{t('later-paper.earlier')}</h3>
      <ul class="plain-list">
        {found.papers.map(({ id, kind, receivedOn, takenAt }) => (
          <li key={id}>{t('later-paper.earlier.line', { what: t(`later-paper.kind.${kind}`), on: t.day(receivedOn), at: t.instant(takenAt) })}</li>
        ))}
      </ul>
    </>
  )
}
