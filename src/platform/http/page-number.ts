/** The page of a list that an address asks for, counted from 1; whatever is no such number is the first. */
export const pageNumber = (query: Readonly<Record<string, string>>): number =>
  /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1
