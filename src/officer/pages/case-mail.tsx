import type { OfficePaper } from '../../cases/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { AddressText } from '../../profile/index.ts'
import { Alert, Button, ButtonRow, Card, FormShell } from '../../ui/index.ts'
import type { OpenModel } from './case-file-view.tsx'

type MailProps = { t: Text; model: OpenModel; csrfToken: string }

/** What has to be decided about mail of the case, before all else of the file. */
export function MailToDecide({ t, model, csrfToken }: MailProps) {
  const { receiptNumber, mail } = model.case
  const late = mail.papers.filter(({ outcome, settledAt }) => outcome === 'after-decision' && settledAt === null)
  return (
    <>
      {mail.holds.map(({ addressee, since }) => (
        <Alert key={addressee} kind="warn" title={t(`later-paper.office.back.${addressee}`)}>
          <p>{t('later-paper.office.back.body', { since: t.day(since) })}</p>
          <FormShell action={officePaths.confirmMail({ receiptNumber })} csrfToken={csrfToken} class="inline-form">
            <input type="hidden" name="addressee" value={addressee} />
            <Button look="quiet">{t('later-paper.office.reaches')}</Button>
          </FormShell>
        </Alert>
      ))}
      {mail.papers
        .filter(({ outcome }) => outcome === 'waits')
        .map((paper) => (
          <AddressToDecide key={paper.id} t={t} receiptNumber={receiptNumber} paper={paper} csrfToken={csrfToken} />
        ))}
      {late.map(({ id, kind, receivedOn }) => (
        <Alert key={id} kind="warn" title={t('later-paper.office.late.title')}>
          <p>{t('later-paper.office.late.body', { what: t(`later-paper.kind.${kind}`), on: t.day(receivedOn) })}</p>
          <FormShell action={officePaths.seePaper({ receiptNumber, paper: id })} csrfToken={csrfToken} class="inline-form">
            <Button look="quiet">{t('later-paper.office.seen')}</Button>
          </FormShell>
        </Alert>
      ))}
    </>
  )
}

function AddressToDecide({ t, receiptNumber, paper, csrfToken }: { t: Text; receiptNumber: string; paper: OfficePaper; csrfToken: string }) {
  const decide = (decision: 'apply' | 'leave', words: MessageKey, look?: 'quiet') => (
    <FormShell action={officePaths.settlePaper({ receiptNumber, paper: paper.id })} csrfToken={csrfToken} class="inline-form">
      <input type="hidden" name="decision" value={decision} />
      <Button {...(look ? { look } : {})}>{t(words)}</Button>
    </FormShell>
  )
  return (
    <Alert kind="warn" title={t('later-paper.office.waits.title')}>
      <p>{t('later-paper.office.waits.body', { on: t.day(paper.receivedOn) })}</p>
      {paper.address ? <AddressText t={t} address={paper.address.address} /> : null}
      {paper.address?.all ? <p>{t('later-paper.all.yes')}</p> : null}
      <ButtonRow>
        {decide('apply', 'later-paper.office.apply')}
        {decide('leave', 'later-paper.office.leave', 'quiet')}
      </ButtonRow>
    </Alert>
  )
}

/** Everything that came by mail for the case, with who took it in and what came of it. */
export function CaseMail({ t, model }: Omit<MailProps, 'csrfToken'>) {
  const { papers } = model.case.mail
  if (papers.length === 0) return null
  return (
    <Card title={t('later-paper.office.title')}>
      <ul class="plain-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <strong>{t(`later-paper.kind.${paper.kind}`)}</strong>
            <br />
            {t('later-paper.office.line', { on: t.day(paper.receivedOn), at: t.instant(paper.takenAt), name: model.names.get(paper.takenBy) ?? t('later-paper.office.command') })}
            <br />
            {t(`later-paper.office.outcome.${paper.outcome}`)}
            {paper.reason ? `. ${t(`later-paper.why.${paper.reason}`)}` : ''}
            {paper.address ? <AddressText t={t} address={paper.address.address} /> : null}
            {paper.sticker ? (
              <p>
                {t('later-paper.office.sticker')}: <bdi>{paper.sticker}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
