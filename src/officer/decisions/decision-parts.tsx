import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { formTitle, statusTitle, statusWords } from '../../cases/index.ts'
import { Grounds, type OfficeDecision, WaysOn, waysOn, WordsToPerson } from '../../correspondence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Card, FactsList, InstantText, NumberText, Tag, type TagKind, TextArea } from '../../ui/index.ts'
import { checksInWay } from '../checks/check.ts'
import { VisitWords } from '../checks/checks-parts.tsx'
import type { DecisionDesk } from './decision-desk.ts'
import { isGood, type Said } from './said.ts'

export type Shown = { t: Text; agency: AgencyPack; desk: DecisionDesk }

const stateTags: Record<OfficeDecision['state'], TagKind> = { proposed: 'act', made: 'good', returned: 'plain', 'taken-back': 'plain', overtaken: 'plain' }

export const DecisionState = ({ t, state }: { t: Text; state: OfficeDecision['state'] }) => <Tag kind={stateTags[state]}>{t(`decisions.state.${state}`)}</Tag>

export function SaidAlert({ t, said }: { t: Text; said: Said | undefined }) {
  if (!said) return null
  return (
    <Alert kind={isGood(said) ? 'good' : 'warn'} live>
      <p>{t(`decisions.said.${said}`)}</p>
    </Alert>
  )
}

/** Which case it is and where it stands. */
export function CaseFacts({ t, agency, desk: { case: its } }: Shown) {
  return (
    <FactsList
      facts={[
        { name: t('officer.case.fact.receipt'), value: <NumberText t={t} kind="receipt" value={its.receiptNumber} copy /> },
        { name: t('officer.case.fact.form'), value: formTitle(agency, t, its.form) },
        { name: t('officer.case.fact.status'), value: statusTitle(agency, t, its.status) },
      ]}
    />
  )
}

/** What stands in the way of an approval, check by check; or that nothing does. */
export function ChecksInWay({ t, agency, desk }: Shown) {
  const inWay = checksInWay(desk.checks)
  const { receiptNumber } = desk.case
  const way = (
    <p>
      <a href={officePaths.checks({ receiptNumber })}>{t('decisions.checks.go')}</a>
    </p>
  )
  if (inWay.length === 0)
    return (
      <Alert kind="good" title={t(desk.checks.length === 0 ? 'decisions.checks.none-needed' : 'decisions.checks.all-clear')}>
        {desk.checks.length === 0 ? null : way}
      </Alert>
    )
  return (
    <Alert kind="warn" title={t('decisions.checks.in-way')}>
      <ul>
        {inWay.map(({ gate, state, visit }) => (
          <li key={gate}>
            {agencyText(agency, t, 'decisions', `check.${gate}`)}: {t(`decisions.checks.state.${state}`)} <VisitWords t={t} visit={visit} />
          </li>
        ))}
      </ul>
      {way}
    </Alert>
  )
}

type Letter = Shown & { status: string; grounds: readonly string[]; words: string; on: Temporal.PlainDate }

/** What the person will read, as they read it. */
export function LetterPreview({ t, agency, desk: { case: its }, status, grounds, words, on }: Letter) {
  const said = statusWords(agency, t, { form: its.form, receiptNumber: its.receiptNumber, status, statusOn: on })
  const ways = waysOn(agency, { status, form: its.form, grounds, at: null, isMailed: false })
  return (
    <Card title={t('decisions.preview')}>
      {words === '' ? <p class="muted">{t('decisions.preview.about')}</p> : null}
      <h3>{said.title}</h3>
      <p>{said.description}</p>
      <p>{said.next}</p>
      <Grounds t={t} agency={agency} grounds={grounds} />
      <WordsToPerson t={t} words={words} />
      <WaysOn t={t} agency={agency} ways={ways} isPreview />
    </Card>
  )
}

/** **Words to the person** and **Note for the office**: every decision has both fields. */
export function WordsAndNote({ t, form, isNeeded, template = '' }: { t: Text; form: FormState; isNeeded: boolean; template?: string }) {
  return (
    <>
      <TextArea
        name="words"
        label={t('decisions.form.words')}
        {...(isNeeded ? {} : { note: t('ui.optional') })}
        hint={t('decisions.form.words-hint')}
        value={form.value('words') || template}
        error={form.error('words')}
        rows={6}
      />
      <TextArea name="note" label={t('decisions.form.note')} hint={t('decisions.form.note-hint')} value={form.value('note')} error={form.error('note')} rows={4} />
    </>
  )
}

/** Who proposed it and why, who reviewed it and what they said. */
export function WhoAndWhy({ t, decision, names }: { t: Text; decision: OfficeDecision; names: ReadonlyMap<string, string> }) {
  const when = (at: Temporal.Instant) => <InstantText t={t} at={at} />
  const preserved = (text: string) => (
    <span class="preserved" dir="auto">
      {text}
    </span>
  )
  return (
    <FactsList
      facts={[
        { name: t('decisions.fact.state'), value: <DecisionState t={t} state={decision.state} /> },
        { name: t(decision.kind === 'approval' ? 'decisions.fact.decided-by' : 'decisions.fact.proposed-by'), value: <>{names.get(decision.proposedBy) ?? ''}, {when(decision.proposedAt)}</> },
        { name: t('decisions.fact.note'), value: preserved(decision.note) },
        ...(decision.reviewedBy && decision.reviewedAt ? [{ name: t('decisions.fact.reviewed-by'), value: <>{names.get(decision.reviewedBy) ?? ''}, {when(decision.reviewedAt)}</> }] : []),
        ...(decision.answer ? [{ name: t('decisions.fact.answer'), value: preserved(decision.answer) }] : []),
        ...(decision.motionDueAt ? [{ name: t('decisions.fact.motion-due'), value: when(decision.motionDueAt) }] : []),
      ]}
    />
  )
}
