import { agencyText } from '../../agency/index.ts'
import type { Numbers } from './numbers.ts'
import { startOf, startsSince } from './period.ts'
import { latest, ofKind, type Section, sum, summedBy, type Telling } from './section.ts'
import { withoutSmall } from './small-cells.ts'

const kinds = ['received', 'decided', 'pending'] as const

/** Totals are told whatever they are: of one week, over every form and office, they point at nobody. */
export function casesOverTime({ figures, since, today, period }: Numbers, { t }: Telling): Section {
  const rows = startsSince(since, today, period.by).map((start) => {
    const its = figures.filter(({ day }) => startOf(day, period.by).equals(start))
    const [received, decided] = [sum(ofKind(its, 'received')), sum(ofKind(its, 'decided'))]
    const open = latest(ofKind(its, 'pending'))
    return [t.day(start), received, decided, open.length === 0 ? t('numbers.none') : sum(open)] as const
  })
  return {
    id: 'cases',
    head: ['numbers.cases.head', 'numbers.cases.received', 'numbers.cases.decided', 'numbers.cases.pending'],
    numeric: [1, 2, 3],
    rows: rows.length === 0 ? [] : [...rows, [t('numbers.all'), sum(ofKind(figures, 'received')), sum(ofKind(figures, 'decided')), sum(latest(ofKind(figures, 'pending')))]],
    chart: { bars: rows.map(([label, ...values]) => ({ label, values: values.slice(0, 2) as number[] })), series: ['numbers.cases.received', 'numbers.cases.decided'] },
  }
}

/** By form or by office, with small counts left out of every column. */
function broken({ figures }: Numbers, by: 'place' | 'name', words: (code: string) => string, id: 'forms' | 'offices'): Section {
  const open = latest(ofKind(figures, 'pending'))
  const columns = kinds.map((kind) => summedBy(kind === 'pending' ? open : ofKind(figures, kind), (each) => each[by]))
  const codes = [...new Set(columns.flatMap((column) => [...column.keys()]))]
  const shown = columns.map((column) => withoutSmall(codes.map((code) => column.get(code) ?? 0)))
  return {
    id,
    head: [id === 'forms' ? 'numbers.forms.head' : 'numbers.offices.head', 'numbers.cases.received', 'numbers.cases.decided', 'numbers.cases.pending'],
    numeric: [1, 2, 3],
    rows: codes.map((code, index) => [words(code), ...shown.map((column) => column[index] ?? null)]),
    chart: { bars: codes.map((code, index) => ({ label: words(code), values: shown.slice(0, 2).map((column) => column[index] ?? null) })), series: ['numbers.cases.received', 'numbers.cases.decided'] },
  }
}

export const formWords = ({ t, agency }: Telling, code: string): string =>
  agency.forms.some((form) => form.code === code) ? agencyText(agency, t, 'agency', `form.${code}.title`) : code

const officeWords = ({ t, agency }: Telling, code: string): string => (code === '' ? t('numbers.no-office') : agencyText(agency, t, 'agency', `office.${code}`))

export const byForm = (found: Numbers, telling: Telling): Section => broken(found, 'place', (code) => formWords(telling, code), 'forms')
export const byOffice = (found: Numbers, telling: Telling): Section => broken(found, 'name', (code) => officeWords(telling, code), 'offices')

/** How long decisions took, by form, as it was counted last for this many days. */
export function decisionTimes({ figures, period }: Numbers, telling: Telling): Section {
  const { t } = telling
  const counted = latest(ofKind(figures, 'decision-time')).filter(({ name }) => name.startsWith(`${period.days} `))
  const forms = [...new Set(counted.map(({ place }) => place))].map((form) => {
    const value = (name: string) => counted.find((each) => each.place === form && each.name === `${period.days} ${name}`)?.counted ?? 0
    return { words: formWords(telling, form), decided: value('decided'), middle: value('middle'), lower: value('lower'), upper: value('upper') }
  })
  return {
    id: 'times',
    head: ['numbers.times.head', 'numbers.times.counted', 'numbers.times.middle', 'numbers.times.half'],
    numeric: [1, 2],
    rows: forms.map(({ words, decided, middle, lower, upper }) => [words, decided, middle, t('numbers.times.range', { lower, upper })]),
    chart: { bars: forms.map(({ words, middle }) => ({ label: words, values: [middle] })), series: ['numbers.times.middle'] },
  }
}
