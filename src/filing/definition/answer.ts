/** A postal address. In the United States `state` and `zipCode` are kept, elsewhere `province` and `postalCode`. */
export type Address = {
  readonly inCareOf?: string
  readonly street: string
  readonly unitType?: string
  readonly unitNumber?: string
  readonly city: string
  readonly state?: string
  readonly zipCode?: string
  readonly province?: string
  readonly postalCode?: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export type Height = { readonly feet: number; readonly inches: number }

/** A kept answer, as its question's kind describes it. */
export type Answer = string | number | readonly string[] | Address | Height

/**
 * What a draft keeps, by question id. `null`: the question was put and left empty. No entry: it was never put.
 */
export type Answers = { readonly [questionId: string]: Answer | null }
