/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/**
 * A day that is fixed, today, or counted from today or from a date answered earlier.
 * `plus` is an ISO 8601 duration of years, months, weeks and days, such as `P6M` or `-P14Y`.
 */
export type DayReference =
  | Day
  | 'today'
  | { readonly from: 'today'; readonly plus: string }
  | { readonly answer: string; readonly plus?: string }

/**
 * A condition over answers, as data that survives JSON. A comparison with a question that has no answer, or is not
 * asked, is false. Of a date that is known in part, `before` and `after` hold only when they do for every day it may mean, and
 * fail only when they do for none; else nothing is asked, due or blocked by it, and a rule says that it cannot tell. `part` looks into a composite answer, such as `country` of an address. `some`: at least one entry of
 * a list fits `where`, which may look at the entry's own answers and at all others.
 */
export type Condition =
  | { readonly answer: string; readonly part?: string; readonly is: string | number }
  | { readonly answer: string; readonly part?: string; readonly in: readonly (string | number)[] }
  | { readonly answer: string; readonly includes: string }
  | { readonly answer: string; readonly before: DayReference }
  | { readonly answer: string; readonly after: DayReference }
  | { readonly answer: string; readonly lessThan: number }
  | { readonly answer: string; readonly moreThan: number }
  | { readonly answer: string; readonly sameAs: string }
  | { readonly answered: string }
  | { readonly some: string; readonly where: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
