import { type HelperItems, letteredItems } from '../../../helper-pages.ts'

/** This form letters the lines of neither the name nor the address, and the standing in capitals. */
export const helperItems = (part: string): HelperItems => ({
  ...letteredItems(part),
  familyName: `${part}, Item 1, family name`,
  givenName: `${part}, Item 1, given name`,
  address: `${part}, Item 3`,
  standing: [`${part}, Item 7.A`, `${part}, Item 7.B`],
})
