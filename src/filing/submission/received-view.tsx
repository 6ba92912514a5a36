import { paths } from '../../platform/paths.ts'
import { Alert, ButtonLink, Card, FactsList, InstantText, NumberText, PrintButton } from '../../ui/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { meansOfPayment } from '../payment/means-of-payment.ts'
import { Fingerprint } from '../signature/fingerprint.tsx'
import { PaymentNotice } from './payment-notice.tsx'
import type { SubmissionModel } from './phase.ts'
import type { Received, Standing, StandingPayment } from './submission-for.ts'

type Props = { model: SubmissionModel; received: Received }

function Facts({ model, received }: Props) {
  const { words, agency, standing } = model
  const { t } = words
  const account = t('filing.submission.account-number', { agency: agency.shortName })
  return (
    <FactsList
      facts={[
        {
          name: t('filing.submission.receipt-number'),
          value: <NumberText t={t} kind="receipt" value={received.receiptNumber} big copy />,
        },
        { name: account, value: <NumberText t={t} kind="account" value={received.onlineAccountNumber} copy /> },
        {
          name: t('filing.submission.received-at'),
          value: (
            <>
              <InstantText t={t} at={received.at} />
              <br />
              <span class="muted">{t('filing.submission.received-note')}</span>
            </>
          ),
        },
        { name: t('filing.submission.form'), value: words.get('form.title') },
        {
          name: t(standing.payment?.mark ? 'filing.submission.fee' : 'filing.submission.paid'),
          value: standing.feeCents > 0 ? <Paid t={t} {...standing} /> : t('filing.submission.nothing-paid'),
        },
      ]}
    />
  )
}

/** The amount, with what it was paid and when; or what is still to come of it. */
function Paid({ t, feeCents, payment }: Pick<Standing, 'feeCents' | 'payment'> & { t: Text }) {
  const how = payment && paidWords(t, payment)
  return (
    <>
      <span class="number">{t.money(feeCents)}</span>
      {how ? <p class="muted">{how}</p> : null}
    </>
  )
}

function paidWords(t: Text, payment: StandingPayment): string | null {
  const means = meansOfPayment(t, payment)
  if (payment.state === 'captured' && payment.closedAt) return t('filing.submission.paid-with', { means, at: t.instant(payment.closedAt) })
  if (payment.state === 'authorised') return t('filing.submission.paid-taking', { means })
  if (payment.state === 'processing') return t('filing.submission.paid-pending', { means })
  return payment.state === 'returned' ? t('filing.submission.paid-returned') : null
}

function Papers({ model, received }: Props) {
  const { t } = model.words
  const link = (kind: string) => {
    const document = received.documents.get(kind)
    return document ? paths.caseDocument({ receiptNumber: received.receiptNumber, document }) : null
  }
  const [copy, receipt] = [link('copy-of-record'), link('fee-receipt')]
  return (
    <Card title={t('filing.submission.copy')}>
      <p>{copy ? <a href={copy}>{t('filing.submission.copy-ready')}</a> : t('filing.submission.copy-making')}</p>
      {receipt ? (
        <p>
          <a href={receipt}>{t('filing.submission.fee-receipt')}</a>
        </p>
      ) : null}
    </Card>
  )
}

/** The receipt: the number first, then what it rests on, what comes next, and the papers. */
export function ReceivedView({ title, model }: { title: string; model: SubmissionModel }) {
  const { t } = model.words
  const { received } = model.standing
  if (!received) return null
  const { receiptNumber } = received
  const mark = model.standing.payment?.mark ?? null
  return (
    <div class="stack">
      <Alert kind="good" live>
        <h1>{title}</h1>
        <p>{t('filing.submission.lead')}</p>
      </Alert>
      {mark ? <PaymentNotice t={t} mark={mark} /> : null}
      <Card plate>
        <Facts model={model} received={received} />
        <Fingerprint
          t={model.words.t}
          sha256={received.documentSha256}
          why={model.words.t('papers.fingerprint-receipt-why')}
        />
      </Card>
      <Card title={t('filing.submission.next')}>
        <ol>
          <li>{t('filing.submission.next.mail')}</li>
          <li>{t('filing.submission.next.check')}</li>
          <li>{t('filing.submission.next.follow')}</li>
        </ol>
        <p>
          <ButtonLink href={paths.case({ receiptNumber })}>{t('filing.submission.case')}</ButtonLink>
        </p>
      </Card>
      <Papers model={model} received={received} />
      <PrintButton t={t} />
    </div>
  )
}
