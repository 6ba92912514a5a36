import { agencyText } from '../../agency/index.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { formWords } from './case-sections.ts'
import type { Numbers } from './numbers.ts'
import { latest, ofKind, type Section, type SectionId, sum, summedBy, type Telling } from './section.ts'
import { withoutSmall } from './small-cells.ts'

interface Asked {
  readonly id: Extract<SectionId, 'requests' | 'inquiries'>
  /** Kinds of figures, and the heads of their columns, in one order. */
  readonly kinds: readonly string[]
  readonly heads: readonly MessageKey[]
  /** What is counted as it stands, and how long answers took. */
  readonly open: string
  readonly time: string
  readonly words: (place: string) => string
}

/** A row for each form or reason, small counts left out of every column, and one for all of them. */
function askedSection({ figures, period }: Numbers, { t }: Telling, { id, kinds, heads, open, time, words }: Asked): Section {
  const columns = kinds.map((kind) => (kind === open ? latest(ofKind(figures, kind)) : ofKind(figures, kind)))
  const summed = columns.map((column) => summedBy(column, ({ place }) => place))
  const places = [...new Set(summed.flatMap((column) => [...column.keys()]))]
  const shown = summed.map((column) => withoutSmall(places.map((place) => column.get(place) ?? 0)))
  const times = latest(ofKind(figures, time)).filter(({ name }) => name === `${period.days} middle`)
  const middle = (place: string) => times.find((each) => each.place === place)?.counted ?? t('numbers.none')
  const rows = places.map((place, row) => [words(place), ...shown.map((column) => column[row] ?? null), middle(place)])
  return {
    id,
    head: [...heads, 'numbers.asked.middle'],
    numeric: heads.map((_, column) => column + 1),
    rows: rows.length === 0 ? [] : [...rows, [t('numbers.all'), ...columns.map(sum), t('numbers.none')]],
    chart: { bars: places.map((place, row) => ({ label: words(place), values: shown.slice(0, 2).map((column) => column[row] ?? null) })), series: heads.slice(1, 3) },
  }
}

/** What the agency asked people for: sent, answered, run out, open, and how many days an answer took. */
export const requestNumbers = (found: Numbers, telling: Telling): Section =>
  askedSection(found, telling, {
    id: 'requests',
    kinds: ['request-sent', 'request-answered', 'request-lapsed', 'request-open'],
    heads: ['numbers.requests.head', 'numbers.requests.sent', 'numbers.requests.answered', 'numbers.requests.lapsed', 'numbers.requests.open'],
    open: 'request-open',
    time: 'request-time',
    words: (form) => formWords(telling, form),
  })

/** What people asked about their cases: asked, answered, waiting, and how many days an answer took. */
export const inquiryNumbers = (found: Numbers, telling: Telling): Section =>
  askedSection(found, telling, {
    id: 'inquiries',
    kinds: ['inquiry-asked', 'inquiry-answered', 'inquiry-open'],
    heads: ['numbers.inquiries.head', 'numbers.inquiries.asked', 'numbers.inquiries.answered', 'numbers.inquiries.waiting'],
    open: 'inquiry-open',
    time: 'inquiry-time',
    words: (reason) => (telling.agency.inquiries.reasons.some(({ id }) => id === reason) ? agencyText(telling.agency, telling.t, 'messages', `inquiry.${reason}`) : reason),
  })
