import type { Text } from '../../platform/i18n/text.ts'
import type { Question, Texts } from '../definition/definition.ts'
import { labelOf, type SummaryLine } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { wordsOf } from '../definition/wording.ts'
import type { PageError } from './accept-page.ts'

/** A question's label or legend in the reader's language. */
export const labelWords = (say: Text, texts: Texts, question: Question): string =>
  wordsOf(say, texts, labelOf(question)) ?? question.id

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
