import type { AgencyPack } from '../../agency/index.ts'
import { parseReceiptNumber } from '../../cases/index.ts'
import { dayField, type Field, right, wrong } from '../../platform/http/field.ts'
import { postedText } from '../../platform/http/posted.ts'

/** What the fields need to know of the agency. */
export interface ReceiptRules {
  readonly receipts: AgencyPack['receipts']
}

/** A receipt number; a number of another kind is recognised and explained. */
export const receiptField: Field<string, ReceiptRules> = {
  echo: true,
  parse(posted, name, { receipts }) {
    const typed = postedText(posted, name).trim()
    if (typed === '') return wrong(name, 'paper.receipt.empty')
    const read = parseReceiptNumber(typed, receipts.prefixes)
    return read.ok ? right(read.number) : wrong(name, `paper.receipt.${read.error}`)
  },
}

const codeCharactersMost = 60

/** The code as typed: whether it is one is asked together with all the rest, so that the answer is one. */
const codeField: Field<string> = {
  echo: true,
  parse(posted, name) {
    const typed = postedText(posted, name).trim()
    return typed.length > codeCharactersMost ? wrong(name, 'platform.field.too-long', { most: codeCharactersMost }) : right(typed)
  },
}

export const neededCodeField: Field<string> = {
  echo: true,
  parse: (posted, name, model) => (postedText(posted, name).trim() === '' ? wrong(name, 'paper.code.empty') : codeField.parse(posted, name, model)),
}

export const bornField = dayField({ empty: 'paper.born.empty', impossible: 'paper.born.impossible' })

/** Without a code nobody has to say when they were born. */
export const optionalFields = {
  receiptNumber: receiptField,
  accessCode: codeField,
  born: {
    echo: true,
    parse: (posted, name, model) => (postedText(posted, 'accessCode').trim() === '' ? right(null) : bornField.parse(posted, name, model)),
  } satisfies Field<Temporal.PlainDate | null>,
}
