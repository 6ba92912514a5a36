import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, FormShell } from '../../ui/index.ts'
import type { SubmissionModel } from './phase.ts'

/** The bank sent the payment back and the filing was rejected: what that means, and the way to file again. */
export function SentBackView({ title, model, csrfToken }: { title: string; model: SubmissionModel; csrfToken: string }) {
  const { words, standing } = model
  const { t } = words
  const { received, id: submission } = standing
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">{words.get('form.title')}</p>
      <Alert kind="act" live>
        <p>{t('filing.submission.sent-back')}</p>
        {received ? <p>{t('filing.submission.sent-back.day', { day: t.day(received.on) })}</p> : null}
      </Alert>
      <Card title={t('filing.submission.sent-back.what-now')}>
        <ol>
          <li>{t('filing.submission.sent-back.bank')}</li>
          <li>{t('filing.submission.sent-back.answers')}</li>
          <li>{t('filing.submission.sent-back.pay')}</li>
        </ol>
        <FormShell action={paths.fileAgain({ submission })} csrfToken={csrfToken}>
          <Button>{t('filing.submission.file-again')}</Button>
        </FormShell>
      </Card>
      {received ? (
        <p>
          <a href={paths.case({ receiptNumber: received.receiptNumber })}>{t('filing.submission.case')}</a>
        </p>
      ) : null}
    </div>
  )
}
