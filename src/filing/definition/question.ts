import type { Condition, DayReference } from './condition.ts'

/**
 * What every question has. Its words are texts of the form, keyed by its id: `<id>.label` (the label, or the legend of
 * a group of controls) and, where wanted, `<id>.hint`, `<id>.tip`, `<id>.why`.
 */
export type Asked = {
  /** Readable and unique in the form, camelCase: `dateOfBirth`. It names the posted fields and the texts. */
  readonly id: string
  /** The numbered item or items of the official form that it answers: `Part 1, Item 3.a`. */
  readonly item: string | readonly string[]
  /** May be left empty. Without it an answer is needed wherever the question is asked. */
  readonly optional?: true
  /** Asked only when this holds. May look at earlier questions only, also at earlier ones of the same page. */
  readonly when?: Condition
  /** Encrypted at rest, beyond the kinds that always are. */
  readonly sealed?: true
  /** The fact about the filer that it asks for: known from the profile or from an earlier form, it can be filled in. */
  readonly fact?: Fact
}

/** Facts about the person who files that more than one form asks for. What is kept of each is its question's answer. */
export type Fact =
  | 'family-name'
  | 'given-name'
  | 'middle-name'
  | 'date-of-birth'
  | 'birth-city'
  | 'birth-country'
  | 'citizenship'
  | 'sex'
  | 'a-number'
  | 'account-number'
  | 'social-security-number'
  | 'home-address'
  | 'mailing-address'
  | 'daytime-phone'
  | 'mobile-phone'
  | 'email'

/** One line of text. Kept: string. */
export type ShortTextQuestion = Asked & {
  readonly kind: 'short-text'
  readonly lengthMax?: number
  readonly autocomplete?: string
}

/** Several lines of text, such as an explanation. Kept: string. */
export type LongTextQuestion = Asked & {
  readonly kind: 'long-text'
  readonly lengthMax?: number
  /** It explains another answer: the form's additional information repeats it under its item. */
  readonly explains?: true
}

/** One part of a name; letters of any script. Kept: string. */
export type NameQuestion = Asked & {
  readonly kind: 'name'
  readonly part: 'family' | 'given' | 'middle' | 'full' | 'organization'
  /** The person's own name may be filled in by the browser; another person's must not. It is what they sign with. */
  readonly own?: true
  /** A part of the name of who signs in the person's place, such as a parent: where it is asked, they sign with it. */
  readonly signs?: true
}

/** Kept: `yes` or `no`. */
export type YesNoQuestion = Asked & { readonly kind: 'yes-no' }

/** Radios. Texts `<id>.option.<value>`, and `<id>.option.<value>.hint` where wanted. Kept: the value. */
export type ChoiceQuestion = Asked & { readonly kind: 'choice'; readonly options: readonly string[] }

/** A list that drops down: own options (texts `<id>.option.<value>`) or a standing list. Kept: the value. */
export type SelectQuestion = Asked & { readonly kind: 'select' } & (
    | { readonly options: readonly string[] }
    | { readonly list: ListName }
  )

/** Standing lists: ISO 3166-1 countries, the states and territories of the United States, months. */
export type ListName = 'countries' | 'us-states' | 'unit-types'

/** Any number of the options. `every`: all must be ticked, as for a declaration. Kept: the values, in their order. */
export type CheckboxesQuestion = Asked & {
  readonly kind: 'checkboxes'
  readonly options: readonly string[]
  readonly every?: true
}

/** A whole calendar day. Kept: `YYYY-MM-DD`. Bounds are inclusive; without `earliest` it is 1900-01-01. */
export type DateQuestion = Asked & {
  readonly kind: 'date'
  readonly earliest?: DayReference
  readonly latest?: DayReference
  /** The person's own date of birth may be filled in by the browser. */
  readonly own?: true
}

/** A day, a month or only a year. Kept: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDateQuestion = Asked & { readonly kind: 'partial-date'; readonly latest?: DayReference }

/** A whole number. Kept: number. */
export type NumberQuestion = Asked & { readonly kind: 'number'; readonly least?: number; readonly most?: number }

/** An amount in US dollars. Kept: cents. */
export type MoneyQuestion = Asked & { readonly kind: 'money'; readonly mostCents?: number }

/** A person's Alien Registration Number. Kept: nine digits. */
export type ANumberQuestion = Asked & { readonly kind: 'a-number' }

/** Three letters and ten digits. Kept: without separators, upper case. */
export type ReceiptNumberQuestion = Asked & { readonly kind: 'receipt-number' }

/** Twelve digits, the last of them a check digit. Kept: the digits. */
export type OnlineAccountNumberQuestion = Asked & { readonly kind: 'online-account-number' }

/** A Social Security number. Kept: nine digits. */
export type SsnQuestion = Asked & { readonly kind: 'ssn' }

/** Kept: string. */
export type EmailQuestion = Asked & { readonly kind: 'email'; readonly own?: true }

/** Kept: E.164, `+12025550123`. */
export type PhoneQuestion = Asked & { readonly kind: 'phone'; readonly own?: true }

/** Kept: `Address`. `domestic`: in the United States only. */
export type AddressQuestion = Asked & {
  readonly kind: 'address'
  readonly domestic?: true
  /** Also asks for "in care of". */
  readonly inCareOf?: true
  readonly own?: true
}

/** Code of the class of admission, such as IR1. Kept: upper case, without separators. */
export type ClassOfAdmissionQuestion = Asked & { readonly kind: 'class-of-admission' }

/** Kept: `{ feet, inches }`. */
export type HeightQuestion = Asked & { readonly kind: 'height' }

/** Pounds. Kept: number. */
export type WeightQuestion = Asked & { readonly kind: 'weight' }

/**
 * Any number of alike entries: children, addresses, jobs, journeys. It stands alone on its page; each entry is filled
 * in on a page of its own. Kept: `Entry[]`. Texts besides the label: `<id>.entry` (the title of an entry's page),
 * `<id>.add` (the link that adds one) and, where wanted, `<id>.none` (said while the list is empty).
 */
export type ListQuestion = Asked & {
  readonly kind: 'list'
  /** Their ids are unique in the form. Conditions on them may look at earlier ones of the entry, and at earlier pages. */
  readonly questions: readonly EntryQuestion[]
  /** 0 when not given: the list may be left empty. */
  readonly least?: number
  readonly most: number
  /** The questions whose answers name an entry where all are listed, such as the parts of a name. */
  readonly named: readonly string[]
  /**
   * An entry of many questions is filled in on several pages: each question on one of them, in their order. Ids are
   * kebab-case. Text: `<id>.page.<page>`. Left out: all on one page.
   */
  readonly pages?: readonly { readonly id: string; readonly questions: readonly string[] }[]
}

/** What can be asked of an entry: everything but another list. */
export type EntryQuestion =
  | ShortTextQuestion
  | LongTextQuestion
  | NameQuestion
  | YesNoQuestion
  | ChoiceQuestion
  | SelectQuestion
  | CheckboxesQuestion
  | DateQuestion
  | PartialDateQuestion
  | NumberQuestion
  | MoneyQuestion
  | ANumberQuestion
  | ReceiptNumberQuestion
  | OnlineAccountNumberQuestion
  | SsnQuestion
  | EmailQuestion
  | PhoneQuestion
  | AddressQuestion
  | ClassOfAdmissionQuestion
  | HeightQuestion
  | WeightQuestion

export type Question = EntryQuestion | ListQuestion

export type KindName = Question['kind']
