import { showOnlineAccountNumber } from '../../../accounts/index.ts'
import { formTitle } from '../../../cases/index.ts'
import type { Context, FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, Button, Card, type Choice, DayText, FactsList, FormShell, InstantText, NumberText, RadioGroup, TextArea } from '../../../ui/index.ts'
import type { Beside } from './compare.ts'
import type { DuplicateFile, PastAct } from './read-duplicates.ts'

export interface DuplicateProps {
  t: Text
  file: DuplicateFile
  form: FormState
  context: Context<{ receiptNumber: string }>
}

/** The answer that is no account. */
export const somebodyNew = 'new'

export function DuplicateFacts({ t, file, context }: DuplicateProps) {
  return (
    <Card>
      <FactsList
        facts={[
          { name: t('duplicates.fact.receipt'), value: <NumberText t={t} kind="receipt" value={context.params.receiptNumber} copy /> },
          { name: t('duplicates.fact.form'), value: formTitle(context.services.agency, t, file.form) },
          { name: t('duplicates.fact.received'), value: <DayText t={t} day={file.receivedOn} /> },
          { name: t('duplicates.fact.since'), value: <InstantText t={t} at={file.since} /> },
          { name: t('duplicates.fact.why'), value: file.reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(' ') },
        ]}
      />
    </Card>
  )
}

/** Who may take it up, and what then happens; or who has it. */
export function TakeUp({ t, file, context }: DuplicateProps) {
  if (file.state === 'a-colleague')
    return (
      <Alert kind="info">
        <p>{t('duplicates.with', { name: file.with ?? '' })}</p>
      </Alert>
    )
  if (file.state === 'decided')
    return (
      <Alert kind="info" title={t('duplicates.decided.title')}>
        <p>{t('duplicates.decided.body')}</p>
      </Alert>
    )
  return (
    <Card title={t('duplicates.take.title')} plate>
      {file.state === 'second' ? <p>{t('duplicates.take.second', { name: file.with ?? '' })}</p> : null}
      <p>{t(file.state === 'asked-by-you' ? 'duplicates.take.yours' : 'duplicates.take.about')}</p>
      <FormShell action={officePaths.takeDuplicate(context.params)} csrfToken={context.csrfToken()}>
        <Button>{t('duplicates.take.button')}</Button>
      </FormShell>
    </Card>
  )
}

function hintOf(t: Text, file: DuplicateFile, { account, isProtected, isClaimed }: Beside): string {
  const first = file.acts.findLast(({ kind }) => kind === 'asked')
  if (file.open?.chosen === account && first) return t('duplicates.decide.theirs.chosen', { name: first.by })
  if (isClaimed) return t('duplicates.decide.theirs.claimed')
  return t(isProtected ? 'duplicates.decide.theirs.protected' : 'duplicates.decide.theirs.unclaimed')
}

const choiceOf = (t: Text, file: DuplicateFile, beside: Beside): Choice => ({
  value: beside.account,
  label: beside.isProtected ? t('duplicates.decide.theirs.hidden') : t('duplicates.decide.theirs', { number: showOnlineAccountNumber(beside.number) }),
  hint: hintOf(t, file, beside),
})

/** **Decide**: whose form it is and why; or later. */
export function Decide({ t, file, form, context }: DuplicateProps) {
  const choices = (file.open?.beside ?? []).map((beside) => choiceOf(t, file, beside))
  return (
    <Card title={t('duplicates.decide.title')} plate>
      <FormShell action={officePaths.duplicate(context.params)} csrfToken={context.csrfToken()}>
        <RadioGroup
          name="whose"
          label={t('duplicates.decide.legend')}
          options={[...choices, { value: somebodyNew, label: t('duplicates.decide.new'), hint: t('duplicates.decide.new.hint') }]}
          value={form.value('whose')}
          error={form.error('whose')}
        />
        <TextArea
          name="why"
          label={t('duplicates.decide.why')}
          hint={t('duplicates.decide.why.hint')}
          value={form.value('why')}
          error={form.error('why')}
          rows={3}
        />
        <Button>{t('duplicates.decide.submit')}</Button>
      </FormShell>
      <FormShell action={officePaths.putDuplicateBack(context.params)} csrfToken={context.csrfToken()}>
        <p class="muted">{t('duplicates.later.about')}</p>
        <Button look="quiet">{t('duplicates.later')}</Button>
      </FormShell>
    </Card>
  )
}

function actWords(t: Text, { kind, by: name, at: when, answer, number }: PastAct): string {
  const values = { name, at: t.instant(when), number: number ? showOnlineAccountNumber(number) : '' }
  if (kind === 'decided') {
    const key = `duplicates.act.decided.${answer ?? 'new'}` as const
    return t(number ? key : `${key}.hidden`, values)
  }
  return kind === 'asked' && !number ? t('duplicates.act.asked.hidden', values) : t(`duplicates.act.${kind}`, values)
}

export function PastActs({ t, acts }: { t: Text; acts: readonly PastAct[] }) {
  if (acts.length === 0) return null
  return (
    <Card title={t('duplicates.history')}>
      <ul class="plain-list">
        {acts.map((act) => (
          <li key={`${act.kind} ${act.at}`}>
            {actWords(t, act)}
            {act.why ? <p class="muted">{act.why}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
