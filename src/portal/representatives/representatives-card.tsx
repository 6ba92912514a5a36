import type { AgencyPack } from '../../agency/index.ts'
import type { OwnRepresentative } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { PracticeOf, type ShownPractice } from '../../representation/index.ts'
import { HiddenWords } from '../../ui/index.ts'

const dayOf = (t: Text, at: Temporal.Instant) => t.day(at.toZonedDateTimeISO(t.timeZone).toPlainDate())

/** By the name that they certified; else, where they alone can be meant, by that on the form on paper. */
export function nameOf(t: Text, { name }: Pick<OwnRepresentative, 'name'>, practice?: ShownPractice | null, isAlone = true): string {
  const called = practice?.name ?? (isAlone ? name : null)
  return called ? t('representatives.named', { name: called }) : t('representatives.unnamed')
}

interface CardProps {
  t: Text
  agency: AgencyPack
  receiptNumber: string
  representatives: readonly OwnRepresentative[]
  /** By the id of each of them. */
  practices: ReadonlyMap<string, ShownPractice | null>
}

/** To whoever's case it is: who represents them since when, what they may see, and the way to end it. */
export function RepresentativeList({ t, agency, receiptNumber, representatives, practices }: CardProps) {
  if (representatives.length === 0) return <p class="muted">{t('people.no-representative')}</p>
  const named = (each: OwnRepresentative) => nameOf(t, each, practices.get(each.id), representatives.length === 1)
  return (
    <ul class="plain-list">
      {representatives.map((each) => (
        <li key={each.id}>
          <p>
            <strong dir="auto">{named(each)}</strong>
            {each.joinsUntil ? null : (
              <>
                <br />
                {t('representatives.since', { day: dayOf(t, each.since) })}
              </>
            )}
          </p>
          {each.joinsUntil ? null : <PracticeOf t={t} agency={agency} practice={practices.get(each.id) ?? null} />}
          <p>{each.joinsUntil ? t('representatives.may-join', { day: dayOf(t, each.since), until: dayOf(t, each.joinsUntil) }) : t('representatives.sees')}</p>
          <p>
            <a href={paths.endRepresentative({ receiptNumber, representative: each.id })}>
              {t(each.joinsUntil ? 'representatives.keep-out' : 'representatives.end')} <HiddenWords>{named(each)}</HiddenWords>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
