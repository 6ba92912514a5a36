import type { OwnRepresentative } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, HiddenWords } from '../../ui/index.ts'

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

export const nameOf = (t: Text, { name }: OwnRepresentative): string => (name ? t('representatives.named', { name }) : t('representatives.unnamed'))

type CardProps = { t: Text; receiptNumber: string; representatives: readonly OwnRepresentative[] }

/** To whoever's case it is: who represents them since when, what they may see, and the way to end it. */
export function Representatives({ t, receiptNumber, representatives }: CardProps) {
  if (representatives.length === 0) return null
  return (
    <Card title={t('representatives.title')}>
      <ul class="plain-list">
        {representatives.map((each) => (
          <li key={each.id}>
            <p>
              <strong dir="auto">{nameOf(t, each)}</strong>
              {each.joinsUntil ? null : (
                <>
                  <br />
                  {t('representatives.since', { day: dayOf(t, each.since) })}
                </>
              )}
            </p>
            <p>{each.joinsUntil ? t('representatives.may-join', { day: dayOf(t, each.since), until: dayOf(t, each.joinsUntil) }) : t('representatives.sees')}</p>
            <p>
              <a href={paths.endRepresentative({ receiptNumber, representative: each.id })}>
                {t(each.joinsUntil ? 'representatives.keep-out' : 'representatives.end')} <HiddenWords>{nameOf(t, each)}</HiddenWords>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** To a representative: what they are on this case, and the way out of it. */
export function YouRepresent({ t, receiptNumber }: { t: Text; receiptNumber: string }) {
  return (
    <Card title={t('representatives.own.title')}>
      <p>{t('representatives.own.about')}</p>
      <p>
        <a href={paths.leaveCase({ receiptNumber })}>{t('representatives.own.leave')}</a>
      </p>
    </Card>
  )
}
