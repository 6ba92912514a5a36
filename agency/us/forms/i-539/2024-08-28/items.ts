/** The fields of an address under one item of the official form, in the order of the form. */
export const addressItems = (item: string, extra: readonly string[] = []): readonly string[] =>
  [...extra, 'street number and name', 'unit type', 'unit number', 'city or town'].map((field) => `${item}, ${field}`)

export const domesticAddress = (item: string, extra: readonly string[] = []): readonly string[] => [
  ...addressItems(item, extra),
  `${item}, State`,
  `${item}, ZIP Code`,
]

export const foreignAddress = (item: string): readonly string[] => [
  ...addressItems(item),
  `${item}, province`,
  `${item}, postal code`,
  `${item}, country`,
]
