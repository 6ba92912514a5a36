import { signUpStepNames } from '../../accounts/index.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { formWords } from './case-sections.ts'
import type { Numbers } from './numbers.ts'
import { ofKind, type Section, shareOf, sum, summedBy, type Telling } from './section.ts'

export function messageNumbers({ figures, messages, period }: Numbers, { t }: Telling): Section {
  const times = ofKind(figures, 'answer-time').toSorted((one, other) => Temporal.PlainDate.compare(other.day, one.day))
  const took = (name: string) => {
    const found = times.find((each) => each.name === `${period.days} ${name}`)
    return found ? t('numbers.messages.took', { hours: Math.round(found.counted / 60) }) : t('numbers.none')
  }
  return {
    id: 'messages',
    head: ['numbers.messages.head', 'numbers.messages.value'],
    numeric: [1],
    rows: [
      [t('numbers.messages.waiting'), messages.waiting],
      [t('numbers.messages.oldest'), messages.oldest ? t.instant(messages.oldest) : t('numbers.none')],
      [t('numbers.messages.asked'), sum(ofKind(figures, 'message-asked'))],
      [t('numbers.messages.answered'), sum(ofKind(figures, 'message-answered'))],
      [t('numbers.messages.middle'), took('middle')],
      [t('numbers.messages.half'), t('numbers.messages.took-half', { lower: took('lower'), upper: took('upper') })],
    ],
  }
}

const stepWords = ({ t }: Telling, step: string): string => (step === 'start' ? t('numbers.sign-up.start') : t(`accounts.step.${step}` as MessageKey))

export function signUpNumbers({ steps }: Numbers, telling: Telling): Section {
  const done = (step: string) => steps.reduce((total, each) => total + (each.step === step ? each.done : 0), 0)
  const names = ['start', ...signUpStepNames].filter((step) => done(step) > 0)
  const began = done('start')
  return {
    id: 'sign-up',
    head: ['numbers.sign-up.head', 'numbers.sign-up.done', 'numbers.sign-up.share'],
    numeric: [1, 2],
    rows: names.map((step) => [stepWords(telling, step), done(step), shareOf(done(step), began)]),
    chart: { bars: names.map((step) => ({ label: stepWords(telling, step), values: [done(step)] })), series: ['numbers.sign-up.done'] },
  }
}

export function filingNumbers({ figures }: Numbers, telling: Telling): Section {
  const [begun, sent] = (['form-begun', 'form-sent'] as const).map((kind) => summedBy(ofKind(figures, kind), ({ place }) => place)) as [Map<string, number>, Map<string, number>]
  const rows = [...begun].map(([form, count]) => [formWords(telling, form), count, sent.get(form) ?? 0, shareOf(sent.get(form) ?? 0, count)] as const)
  return {
    id: 'filings',
    head: ['numbers.filings.head', 'numbers.filings.begun', 'numbers.filings.sent', 'numbers.filings.share'],
    numeric: [1, 2, 3],
    rows,
    chart: { bars: rows.map(([label, one, other]) => ({ label, values: [one, other] })), series: ['numbers.filings.begun', 'numbers.filings.sent'] },
  }
}

const shownMostly = 40

/** A page is named by its form and its place in it, as its address is. */
export function pageNumbers({ figures }: Numbers): Section {
  const pages = [...summedBy(ofKind(figures, 'form-page'), ({ place, name }) => `${place} / ${name}`)].slice(0, shownMostly)
  return {
    id: 'pages',
    head: ['numbers.pages.head', 'numbers.pages.done'],
    numeric: [1],
    rows: pages,
    chart: { bars: pages.map(([label, count]) => ({ label, values: [count] })), series: ['numbers.pages.done'] },
  }
}

export function errorNumbers({ figures }: Numbers): Section {
  const errors = [...summedBy(ofKind(figures, 'error'), ({ place, name }) => `${place}\n${name}`)].slice(0, shownMostly)
  return {
    id: 'errors',
    head: ['numbers.errors.head', 'numbers.errors.what', 'numbers.errors.met'],
    numeric: [2],
    rows: errors.map(([what, count]) => [...what.split('\n'), count]),
  }
}

export function waitingNumbers({ waiting }: Numbers, { t }: Telling): Section {
  return {
    id: 'waiting',
    head: ['numbers.waiting.head', 'numbers.waiting.count', 'numbers.waiting.oldest', 'numbers.waiting.failed'],
    numeric: [1, 3],
    rows: waiting.map(({ kind, waiting: count, oldest, failed }) => [t(`numbers.waiting.${kind}`), count, oldest ? t.instant(oldest) : t('numbers.none'), failed]),
  }
}
