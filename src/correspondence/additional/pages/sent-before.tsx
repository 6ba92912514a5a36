import { SentFiles } from '../../../evidence/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Card, InstantText, Tag } from '../../../ui/index.ts'
import type { OwnAdditional } from '../own-additional.ts'

/** What was sent about the case before, for everybody on it: when, by whom, what they said it is, and whether an officer has looked at it. */
export function SentBefore({ t, model }: { t: Text; model: OwnAdditional }) {
  if (model.sent.length === 0) return null
  return (
    <Card title={t('additional.before')}>
      <ul class="plain-list">
        {model.sent.map(({ id, side, about, at, seenAt, files }) => (
          <li key={id}>
            <p>
              <InstantText t={t} at={at} /> · {t(`additional.by.${side}`)} <Tag kind={seenAt ? 'good' : 'wait'}>{t(seenAt ? 'additional.seen' : 'additional.not-seen')}</Tag>
            </p>
            <p class="preserved" dir="auto">
              {about}
            </p>
            <SentFiles t={t} receiptNumber={model.case.receiptNumber} files={files} label={t('additional.files')} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
