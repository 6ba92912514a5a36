import { type AccountForSupport, answersTo, identityDocuments } from '../../../accounts/index.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, FactsList, FormShell, RadioGroup, TextArea } from '../../../ui/index.ts'
import type { OpenDesk } from './request-page.tsx'

export type PartProps = { t: Text; desk: OpenDesk; csrfToken: string; mayWork: boolean; mayConfirm: boolean }

export function Request({ t, desk }: PartProps) {
  return (
    <Card title={t('office-support.request')}>
      <FactsList
        facts={[
          { name: t('office-support.request.topic'), value: t(`support.topic.${desk.topic}`) },
          { name: t('office-support.request.sent'), value: t.instant(desk.sentAt) },
          { name: t('office-support.request.address'), value: desk.maskedAddress ?? t('office-support.request.address.none') },
        ]}
      />
      <h3>{t('office-support.request.message')}</h3>
      <p class="preserved" dir="auto">
        {desk.message}
      </p>
      {desk.closedAt ? <p>{t('office-support.request.closed', { at: t.instant(desk.closedAt) })}</p> : null}
    </Card>
  )
}

export function NamedAccount({ t, desk: { account } }: PartProps) {
  return (
    <Card title={t('office-support.account')}>
      {account ? (
        <>
          <FactsList
            facts={[
              { name: t('office-support.account.standing'), value: t(`office-support.account.standing.${account.standing}`) },
              { name: t('office-support.account.address'), value: account.maskedAddress ?? '' },
              { name: t('office-support.account.number'), value: account.numberEnding ?? '' },
            ]}
          />
          {account.isProtected ? (
            <Alert kind="warn">
              <p>{t('office-support.account.protected')}</p>
            </Alert>
          ) : null}
        </>
      ) : (
        <p>{t('office-support.account.none')}</p>
      )}
      <p class="muted">{t('office-support.account.cannot-see')}</p>
    </Card>
  )
}

type Recovery = NonNullable<AccountForSupport['recovery']>
const lostWords = (t: Text, { lost }: Recovery) => lost.map((one) => t(`office-support.recovery.lost.${one}` as MessageKey)).join(', ')
const documentWords = (t: Text, documents: readonly string[]) =>
  documents.map((one) => t(`office-support.identity.document.${one}` as MessageKey)).join(', ')

export function RunningRecovery(props: PartProps) {
  const { t, desk, csrfToken, mayWork } = props
  const recovery = desk.account?.recovery
  if (!desk.account) return null
  if (!recovery)
    return (
      <Card title={t('office-support.identity')}>
        <p>{t('office-support.recovery.none')}</p>
      </Card>
    )
  return (
    <>
      <Card title={t('office-support.recovery')}>
        <FactsList
          facts={[
            { name: t('office-support.recovery.begun'), value: t.instant(recovery.begunAt) },
            { name: t('office-support.recovery.opens'), value: t.instant(recovery.opensAt) },
            { name: t('office-support.recovery.expires'), value: t.instant(recovery.expiresAt) },
            { name: t('office-support.recovery.lost'), value: lostWords(t, recovery) },
          ]}
        />
        {mayWork ? (
          <>
            <p>{t('office-support.recovery.stop.about')}</p>
            <FormShell action={officePaths.stopRecovery(desk)} csrfToken={csrfToken} class="inline-form">
              <Button look="danger">{t('office-support.recovery.stop')}</Button>
            </FormShell>
          </>
        ) : null}
      </Card>
      <IdentityCheck {...props} recovery={recovery} />
    </>
  )
}

function IdentityCheck({ t, desk, csrfToken, mayWork, mayConfirm, recovery: { check } }: PartProps & { recovery: Recovery }) {
  const name = check ? (desk.names.get(check.recordedBy) ?? '') : ''
  return (
    <Card title={t('office-support.identity')}>
      {check ? <p>{t('office-support.identity.recorded', { name, documents: documentWords(t, check.documents) })}</p> : null}
      {check?.confirmedAt ? <p>{t('office-support.identity.confirmed', { at: t.instant(check.confirmedAt) })}</p> : null}
      {check && !check.confirmedAt ? <p>{t('office-support.identity.waits')}</p> : null}
      {check && !check.confirmedAt && mayConfirm ? (
        <>
          <p>{t('office-support.identity.confirm.about', { name })}</p>
          <FormShell action={officePaths.confirmIdentity(desk)} csrfToken={csrfToken} class="inline-form">
            <Button>{t('office-support.identity.confirm')}</Button>
          </FormShell>
        </>
      ) : null}
      {!check && mayWork ? (
        <>
          <p>{t('office-support.identity.about')}</p>
          <FormShell action={officePaths.recordIdentity(desk)} csrfToken={csrfToken}>
            <CheckboxGroup
              name="documents"
              label={t('office-support.identity.documents')}
              options={identityDocuments.map((value) => ({ value, label: t(`office-support.identity.document.${value}`) }))}
            />
            <Button look="quiet">{t('office-support.identity.submit')}</Button>
          </FormShell>
        </>
      ) : null}
    </Card>
  )
}

/** What can be done about the request itself. */
export function Work({ t, desk, csrfToken }: PartProps) {
  return (
    <>
      <Card plate title={t('office-support.answer')}>
        <p>{t('office-support.answer.about')}</p>
        <FormShell action={officePaths.answerSupport(desk)} csrfToken={csrfToken}>
          <RadioGroup
            name="answer"
            label={t('office-support.answer.legend')}
            options={answersTo(desk.topic).map((value) => ({ value, label: t(`support.answer.${value}`) }))}
          />
          <Button>{t('office-support.answer.submit')}</Button>
        </FormShell>
      </Card>
      {desk.account ? (
        <Card title={t('office-support.again')}>
          <p>{t('office-support.again.about')}</p>
          <FormShell action={officePaths.sendSupportAgain(desk)} csrfToken={csrfToken} class="inline-form">
            <Button look="quiet">{t('office-support.again')}</Button>
          </FormShell>
        </Card>
      ) : null}
      <Card title={t('office-support.close')}>
        <p>{t('office-support.close.about')}</p>
        <FormShell action={officePaths.closeSupport(desk)} csrfToken={csrfToken} class="inline-form">
          <Button look="quiet">{t('office-support.close')}</Button>
        </FormShell>
      </Card>
    </>
  )
}

/** The same form whether or not it was pressed before: it tells nothing. */
export function Protect({ t, desk, csrfToken }: PartProps) {
  if (!desk.account) return null
  return (
    <Card title={t('office-support.protect')}>
      <p>{t('office-support.protect.about')}</p>
      <FormShell action={officePaths.protectRequester(desk)} csrfToken={csrfToken}>
        <TextArea name="reason" label={t('office-support.protect.reason')} hint={t('office-support.protect.reason.hint')} value="" error={undefined} rows={2} />
        <Button look="quiet">{t('office-support.protect')}</Button>
      </FormShell>
    </Card>
  )
}

/** Every look and every deed, the newest first. */
export function History({ t, desk: { steps, names } }: PartProps) {
  return (
    <Card title={t('office-support.history')}>
      <ul class="plain-list">
        {steps.map(({ id, staff, role, kind, reason, at }) => (
          <li key={id}>
            {t('office-support.history.line', {
              name: names.get(staff) ?? '',
              role: t(`officer.role.${role}` as MessageKey),
              at: t.instant(at),
              what: t(`office-support.history.${kind}` as MessageKey, {
                reason: reason ? t(`office-support.open.reason.${reason}` as MessageKey) : '',
              }),
            })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
