/**
 * A postal address, in the shape of its country (`profile/address/country-shapes.ts`). In the United States `state` and
 * `zipCode` are kept, elsewhere `district`, `province` and `postalCode`.
 */
export type Address = {
  readonly inCareOf?: string
  readonly street: string
  readonly unitType?: string
  readonly unitNumber?: string
  readonly district?: string
  /** Left out where addresses have none, as in Singapore. */
  readonly city?: string
  readonly state?: string
  readonly zipCode?: string
  readonly province?: string
  readonly postalCode?: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export type Height = { readonly feet: number; readonly inches: number }

/** One entry of a list, such as a child or a journey. */
export type Entry = {
  /** Unique in its list: the key of the page that added it, so that a press twice adds one. */
  readonly id: string
  readonly answers: Answers
  /** Taken out, and can still be put back. It counts for nothing. */
  readonly removed?: true
}

/** A kept answer, as its question's kind describes it. */
export type Answer = string | number | readonly string[] | Address | Height | readonly Entry[]

/**
 * What a draft keeps, by question id. `null`: the question was put and left empty. No entry: it was never put.
 */
export type Answers = { readonly [questionId: string]: Answer | null }

/** Whether an answer is the entries of a list. An empty list is the answer of no other kind. */
export const isEntries = (answer: Answer | null | undefined): answer is readonly Entry[] =>
  Array.isArray(answer) && answer.every((one) => typeof one === 'object')

/** The entries of a list from their answers, as scenario people give them. */
export const listed = (...entries: readonly Answers[]): readonly Entry[] =>
  entries.map((answers, index) => ({ id: `entry-${index + 1}`, answers }))
