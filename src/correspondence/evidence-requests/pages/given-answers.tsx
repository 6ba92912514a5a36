import type { AgencyPack } from '../../../agency/index.ts'
import { SentFiles } from '../../../evidence/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Alert, Card, Tag } from '../../../ui/index.ts'
import type { ShownAsk } from '../own-requests.ts'
import { askShown } from '../request-words.ts'
import { addedBy, GatheredFiles, type Viewer } from './gathered-files.tsx'

type GivenProps = {
  t: Text
  receiptNumber: string
  agency: AgencyPack
  viewer: Viewer
  asks: readonly ShownAsk[]
  /** Where each can still be changed; left out: nowhere. */
  changeAt?: (ask: ShownAsk) => string
}

type OneGiven = { t: Text; receiptNumber: string; ask: ShownAsk; title: string; viewer: Viewer; isOver: boolean }

function Given({ t, receiptNumber, ask, title, viewer, isOver }: OneGiven) {
  const { answer, isAnswered, gathered, sent } = ask
  const label = t('requests.files.of', { title })
  return (
    <>
      {isAnswered ? null : (
        <p>
          <Tag kind="act">{t('requests.review.none')}</Tag>
        </p>
      )}
      {answer?.lacks ? <p class="muted">{t('requests.review.lacks')}</p> : null}
      {answer && answer.text !== '' ? (
        <p class="preserved" dir="auto">
          {answer.text}
        </p>
      ) : null}
      {ask.isUnsaved && ask.typed ? (
        <Alert kind={isOver ? 'info' : 'warn'} title={t(isOver ? 'requests.typed.not-sent' : 'requests.typed.not-saved')}>
          {ask.typed.text === '' ? null : (
            <p class="preserved" dir="auto">
              {ask.typed.text}
            </p>
          )}
        </Alert>
      ) : null}
      <GatheredFiles t={t} receiptNumber={receiptNumber} files={gathered?.files ?? []} viewer={viewer} label={label} />
      <SentFiles t={t} receiptNumber={receiptNumber} files={sent} label={label} addedBy={(file) => addedBy(t, file, viewer)} />
    </>
  )
}

/** What was answered to each ask, as it was written. */
export function GivenAnswers({ t, receiptNumber, agency, viewer, asks, changeAt }: GivenProps) {
  return (
    <>
      {asks.map((ask) => {
        const { title } = askShown(agency, t, ask)
        return (
          <Card key={ask.id} title={t('requests.ask.title', { number: ask.ordinal, title })}>
            <Given t={t} receiptNumber={receiptNumber} ask={ask} title={title} viewer={viewer} isOver={!changeAt} />
            {changeAt ? (
              <p>
                <a href={changeAt(ask)} aria-label={`${t('requests.review.change')}: ${title}`}>
                  {t('requests.review.change')}
                </a>
              </p>
            ) : null}
          </Card>
        )
      })}
    </>
  )
}
