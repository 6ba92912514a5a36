import type { Context } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, InstantText } from '../../../ui/index.ts'
import type { OwnRequest } from '../own-requests.ts'
import { DueText } from './request-words.tsx'

type Ended = { t: Text; model: OwnRequest }

/** The receipt of an answer: what came, when, from whom, and that it is locked. */
export function AnswerReceived({ t, model: { request, asks } }: Ended) {
  const { receiptNumber, endedAt, way, isLate, isPartial, answeredSide } = request
  const done = asks.filter(({ isAnswered }) => isAnswered).length
  return (
    <Alert kind="good" live title={t('requests.sent.title')}>
      {endedAt ? <p>{t.rich('requests.sent.at', { at: <InstantText t={t} at={endedAt} /> })}</p> : null}
      {way === 'paper' ? <p>{t(isLate ? 'requests.sent.paper.late' : 'requests.sent.paper')}</p> : null}
      {answeredSide ? <p>{t(`requests.sent.by.${answeredSide}`)}</p> : null}
      {isPartial ? <p>{t('requests.sent.part', { done, all: asks.length })}</p> : null}
      <p>{t('requests.sent.next')}</p>
      {way === 'online' ? (
        <p>
          {t('requests.sent.copy')} <a href={paths.case({ receiptNumber })}>{t('requests.sent.copy.link')}</a>
        </p>
      ) : null}
    </Alert>
  )
}

/** No answer came in time: what one may still do. */
export function NoAnswer({ t, model: { request } }: Ended) {
  const { receiptNumber, dueAt } = request
  return (
    <Alert kind="warn" title={t('requests.lapsed.title')}>
      <p>{t.rich('requests.lapsed.body', { at: <DueText t={t} at={dueAt} /> })}</p>
      <p>{t('requests.lapsed.may')}</p>
      <ul>
        <li>
          <a href={paths.messages({ receiptNumber })}>{t('requests.lapsed.may.message')}</a>
        </li>
        <li>
          <a href={paths.case({ receiptNumber })}>{t('requests.lapsed.may.status')}</a>
        </li>
      </ul>
    </Alert>
  )
}

/** Nobody has to answer it any more: it was taken back, or ended with its case. */
export const TakenBack = ({ t, model: { request } }: Ended) => (
  <Alert kind="info" title={t(request.endedWith ? 'requests.ended-with.title' : 'requests.withdrawn.title')}>
    <p>{t(request.endedWith ? `requests.ended-with.${request.endedWith}` : 'requests.withdrawn.body')}</p>
  </Alert>
)

const refusals = ['answered-before', 'withdrawn', 'too-late'] as const

/** Why an answer that was just sent was not taken. */
export function NotTaken({ t, context }: { t: Text; context: Pick<Context, 'query'> }) {
  const refusal = refusals.find((each) => each === context.query.refused)
  return refusal ? (
    <Alert kind="warn" live>
      <p>{t(`requests.refused.${refusal}`)}</p>
    </Alert>
  ) : null
}
