import { paths } from '../../platform/paths.ts'

type Placed = { readonly draft: string; readonly page: string; readonly entry: string }

/** The address of a page of an entry; `part` undefined: of the one that is to be filled in. */
export const entryAddress = (placed: Placed, part: string | undefined): string =>
  paths.draftEntry(placed) + (part === undefined ? '' : `?part=${part}`)
