import type { Address, Answer, Entry, Height } from '../answer.ts'
import type { Kind } from '../kind.ts'
import type { KindName, Question } from '../question.ts'
import { address } from './address.ts'
import { aNumber } from './a-number.ts'
import { checkboxes } from './checkboxes.ts'
import { choice } from './choice.ts'
import { classOfAdmission } from './class-of-admission.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import { height } from './height.ts'
import { list } from './list.ts'
import { longText } from './long-text.ts'
import { money } from './money.ts'
import { name } from './name.ts'
import { number } from './number.ts'
import { onlineAccountNumber } from './online-account-number.ts'
import { partialDate } from './partial-date.ts'
import { phone } from './phone.ts'
import { receiptNumber } from './receipt-number.ts'
import { select } from './select.ts'
import { shortText } from './short-text.ts'
import { ssn } from './ssn.ts'
import { weight } from './weight.ts'
import { yesNo } from './yes-no.ts'

/** What is kept of the kinds whose answer is not a text. */
type KeptOf = {
  checkboxes: readonly string[]
  number: number
  money: number
  weight: number
  height: Height
  address: Address
  list: readonly Entry[]
}

type KindNamed<N extends KindName> = Kind<Extract<Question, { kind: N }>, N extends keyof KeptOf ? KeptOf[N] : string>

/** Every kind of question: one without its file does not compile. */
export const kinds: { readonly [N in KindName]: KindNamed<N> } = {
  'short-text': shortText,
  'long-text': longText,
  name,
  'yes-no': yesNo,
  choice,
  select,
  checkboxes,
  date,
  'partial-date': partialDate,
  number,
  money,
  'a-number': aNumber,
  'receipt-number': receiptNumber,
  'online-account-number': onlineAccountNumber,
  ssn,
  email,
  phone,
  address,
  'class-of-admission': classOfAdmission,
  height,
  weight,
  list,
}

/** The kind of a question. Its functions must be given answers of that same question. */
export const kindOf = (question: Question): Kind<Question, Answer> =>
  kinds[question.kind] as unknown as Kind<Question, Answer>
