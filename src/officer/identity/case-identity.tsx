import { type CheckForOffice, identityNoteCharactersMost, identityOutcomes, identityReasons } from '../../correspondence/index.ts'
import type { Context } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, FormShell, InstantText, RadioGroup, Select, Tag, TextArea } from '../../ui/index.ts'
import { OfficeFiles } from '../evidence/office-files.tsx'
import { identitySaid } from './identity-said.ts'

/** `isOver`: the case is decided, withdrawn or closed, and nobody is asked any more. */
type CardProps = { t: Text; receiptNumber: string; isOver: boolean; checks: readonly CheckForOffice[]; context: Pick<Context, 'csrfToken' | 'query'> }

function Decide({ t, receiptNumber, check, csrfToken }: { t: Text; receiptNumber: string; check: CheckForOffice; csrfToken: string }) {
  const action = officePaths.decideIdentity({ receiptNumber, check: check.id })
  return (
    <>
      <FormShell action={action} csrfToken={csrfToken}>
        {check.sentAt ? null : <input type="hidden" name="in-person" value="yes" />}
        <RadioGroup
          name="outcome"
          label={t(check.sentAt ? 'identity.office.outcome' : 'identity.office.outcome.in-person')}
          {...(check.sentAt ? {} : { hint: t('identity.office.outcome.in-person-hint') })}
          options={identityOutcomes.map((value) => ({ value, label: t(`identity.office.outcome.${value}`) }))}
          value=""
        />
        <TextArea name="note" label={t('identity.office.note')} hint={t('identity.office.note.hint', { most: t.number(identityNoteCharactersMost) })} value="" rows={3} />
        <Button>{t('identity.office.decide')}</Button>
      </FormShell>
      <FormShell action={action} csrfToken={csrfToken} class="inline-form">
        <input type="hidden" name="outcome" value="withdrawn" />
        <Button look="quiet">{t('identity.office.stop')}</Button>
      </FormShell>
    </>
  )
}

function Check({ t, receiptNumber, check, csrfToken }: { t: Text; receiptNumber: string; check: CheckForOffice; csrfToken: string }) {
  const { askedAt, dueAt, sentAt, decidedAt, outcome, files, reason, by, mismatches } = check
  return (
    <li>
      <p>
        {t(`identity.office.reason.${reason as 'names-differ'}`)}{' '}
        {outcome ? <Tag kind={outcome === 'confirmed' ? 'good' : 'plain'}>{t(`identity.office.state.${outcome as 'confirmed'}`)}</Tag> : null}
      </p>
      <p class="muted">
        {sentAt
          ? t.rich('identity.office.state.sent', { at: <InstantText t={t} at={sentAt} /> })
          : t.rich('identity.office.state.asked', { at: <InstantText t={t} at={askedAt} />, due: <InstantText t={t} at={dueAt.subtract({ minutes: 1 })} /> })}
      </p>
      {by && decidedAt ? <p>{t.rich('identity.office.by', { provider: by.provider, level: by.level, at: <InstantText t={t} at={decidedAt} /> })}</p> : null}
      {mismatches.map(({ provider, level, at }) => (
        <p key={String(at)}>{t.rich('identity.office.mismatch', { provider, level: level ?? '', at: at ? <InstantText t={t} at={at} /> : '' })}</p>
      ))}
      <OfficeFiles t={t} receiptNumber={receiptNumber} files={files} label={t('identity.office.files')} />
      {check.note ? (
        <p class="preserved" dir="auto">
          {check.note}
        </p>
      ) : null}
      {outcome ? null : <Decide t={t} receiptNumber={receiptNumber} check={check} csrfToken={csrfToken} />}
    </li>
  )
}

/** Whether the person of the case was asked to prove who they are, what they sent, and what an officer found. */
export function CaseIdentity({ t, receiptNumber, isOver, checks, context }: CardProps) {
  const said = identitySaid.find((each) => each === context.query.identity)
  const csrfToken = context.csrfToken()
  return (
    <Card title={t('identity.office.card')}>
      {said ? (
        <Alert kind={said === 'asked' || said === 'decided' ? 'good' : 'warn'} live>
          <p>{t(`identity.office.said.${said}`)}</p>
        </Alert>
      ) : null}
      {checks.length > 0 ? (
        <ul class="plain-list">
          {checks.map((check) => (
            <Check key={check.id} t={t} receiptNumber={receiptNumber} check={check} csrfToken={csrfToken} />
          ))}
        </ul>
      ) : null}
      {!isOver && checks.every(({ outcome }) => outcome) ? (
        <FormShell action={officePaths.askIdentity({ receiptNumber })} csrfToken={csrfToken} idempotencyKey={newId()}>
          <Select
            name="identityReason"
            label={t('identity.office.reason')}
            hint={t('identity.office.ask.about')}
            prompt={t('identity.office.reason.prompt')}
            options={identityReasons.map((value) => ({ value, label: t(`identity.office.reason.${value}`) }))}
            value=""
          />
          <Button look="quiet">{t('identity.office.ask')}</Button>
        </FormShell>
      ) : null}
    </Card>
  )
}
