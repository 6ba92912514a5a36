import type { Text } from '../../platform/i18n/text.ts'
import type { Answers, ListQuestion, Question, Texts } from '../definition/definition.ts'
import { labelOf, type SummaryLine } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { wordsOf } from '../definition/wording.ts'
import type { PageError } from './accept-page.ts'

/** A question's label or legend in the reader's language. */
export const labelWords = (say: Text, texts: Texts, question: Question): string =>
  wordsOf(say, texts, labelOf(question)) ?? question.id

/** One of a question's options in the reader's language. */
export function optionWords(say: Text, texts: Texts, question: Question, value: string): string {
  const option = kindOf(question)
    .controls(question)[0]
    ?.options?.find((one) => one.value === value)
  return (option && wordsOf(say, texts, option.label)) ?? value
}

/** An error in the reader's language, naming the field it is about. */
export function errorWords(say: Text, texts: Texts, question: Question, error: PageError): string {
  if ('ruleId' in error) return wordsOf(say, texts, { form: `rule.${error.ruleId}` }) ?? error.ruleId
  const control = kindOf(question)
    .controls(question)
    .find(({ name }) => name === error.field)
  const label = (control && wordsOf(say, texts, control.label)) ?? labelWords(say, texts, question)
  return wordsOf(say, texts, { product: error.key }, { ...error.values, label }) ?? error.key
}

/** One line of a summary in the reader's language. */
export function lineWords(say: Text, texts: Texts, line: SummaryLine): string {
  if ('plain' in line) return line.plain
  if ('day' in line) return say.day(Temporal.PlainDate.from(line.day))
  if ('cents' in line) return say.money(line.cents)
  if ('month' in line) return `${say.monthNames()[Number(line.month.slice(5)) - 1]} ${line.month.slice(0, 4)}`
  return wordsOf(say, texts, line.wording, line.values) ?? ''
}

type Reader = { readonly t: Text; readonly texts: Texts }

/** An answer as its lines of a summary say it; none where it is not given. */
export const answerWords = ({ t, texts }: Reader, question: Question, answers: Answers): string[] => {
  const answer = answers[question.id]
  if (answer === undefined || answer === null) return []
  return kindOf(question)
    .lines(question, answer)
    .map((line) => lineWords(t, texts, line))
}

/** What an entry of a list is called: the answers that name it; undefined while it has none of them. */
export function entryName(reader: Reader, list: ListQuestion, answers: Answers): string | undefined {
  const named = list.named.flatMap((id) => list.questions.filter((question) => question.id === id))
  const words = named.flatMap((question) => answerWords(reader, question, answers))
  const isOneName = named.every(({ kind }) => kind === 'name')
  return words.length === 0 ? undefined : words.join(isOneName ? ' ' : ', ')
}

const summaryMost = 3

/** The first few other answers of an entry on one line. */
export function entrySummary(
  reader: Reader,
  list: ListQuestion,
  { asked, submitted }: { readonly asked: readonly Question[]; readonly submitted: Answers },
): string {
  const others = asked.filter(({ id }) => !list.named.includes(id))
  const words = others.map((question) => answerWords(reader, question, submitted).join(', '))
  return words
    .filter((said) => said !== '')
    .slice(0, summaryMost)
    .join(' · ')
}
