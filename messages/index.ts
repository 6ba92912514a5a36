import { en } from './en/index.ts'

type Catalogue = typeof en

/** Every key of every domain, as `domain.key`: a text that does not exist does not compile. */
export type MessageKey = {
  [D in keyof Catalogue]: `${D & string}.${keyof Catalogue[D] & string}`
}[keyof Catalogue]

/** One language's texts by domain, in ICU MessageFormat. English is complete; the others are held to its keys. */
export const catalogues: Record<string, Record<string, Record<string, string>>> = { en }
