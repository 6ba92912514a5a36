import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, DayText, Fold, InstantText } from '../../ui/index.ts'
import { type CaseEvent, type EventGroup, eventGroups } from './case-events.ts'

/** Fewer need no choice, and are all shown at once. */
const shownAtOnce = 10

interface DayOfEvents {
  readonly day: Temporal.PlainDate
  readonly events: CaseEvent[]
}

const dayOf = (t: Text, { at, on }: CaseEvent) => on ?? at.toZonedDateTimeISO(t.timeZone).toPlainDate()

/** Events of one day that follow each other stand under it together. */
function byDay(t: Text, events: readonly CaseEvent[]): DayOfEvents[] {
  const days: DayOfEvents[] = []
  for (const event of events) {
    const day = dayOf(t, event)
    const last = days.at(-1)
    if (last?.day.equals(day)) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}

type ListProps = { t: Text; receiptNumber: string; events: readonly CaseEvent[] }

function Events({ t, receiptNumber, events }: ListProps) {
  return (
    <ol class="timeline">
      {byDay(t, events).map(({ day, events: those }, index) => (
        <li key={index}>
          <p class="timeline-day">
            <DayText t={t} day={day} />
          </p>
          <ul>
            {those.map(({ words, document, office }, place) => (
              <li key={place}>
                {document ? <a href={paths.caseDocument({ receiptNumber, document: document.id })}>{words}</a> : words}
                {office ? (
                  <>
                    <br />
                    <span class="muted">{office}</span>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Choice({ t, receiptNumber, shown }: { t: Text; receiptNumber: string; shown: EventGroup | null }) {
  const address = paths.case({ receiptNumber })
  return (
    <nav class="timeline-choice" aria-label={t('timeline.choice')}>
      <ul>
        {[null, ...eventGroups].map((group) => (
          <li key={group ?? 'all'}>
            <a href={`${address}${group ? `?show=${group}` : ''}#timeline`} aria-current={group === shown ? 'true' : undefined}>
              {t(`timeline.group.${group ?? 'all'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type TimelineProps = ListProps & { office: string; touchedAt: Temporal.Instant; show: string | undefined }

/** The whole history of a case, the newest first; a long one is folded, and can be narrowed to one kind of thing. */
export function Timeline({ t, receiptNumber, events, office, touchedAt, show }: TimelineProps) {
  const isLong = events.length > shownAtOnce
  const shown = eventGroups.find((group) => group === show) ?? null
  const those = shown ? events.filter(({ group }) => group === shown) : events
  const [first, rest] = [those.slice(0, shownAtOnce), those.slice(shownAtOnce)]
  return (
    <Card>
      <h2 id="timeline">{t('timeline.title')}</h2>
      <p>{t.rich('timeline.where', { office, at: <InstantText t={t} at={touchedAt} /> })}</p>
      {isLong || shown ? <Choice t={t} receiptNumber={receiptNumber} shown={shown} /> : null}
      {first.length > 0 ? <Events t={t} receiptNumber={receiptNumber} events={first} /> : <p>{t('timeline.none')}</p>}
      {rest.length > 0 ? (
        <Fold words={t('timeline.earlier', { count: rest.length })}>
          <Events t={t} receiptNumber={receiptNumber} events={rest} />
        </Fold>
      ) : null}
    </Card>
  )
}
