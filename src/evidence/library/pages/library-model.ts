import type { Context } from '../../../platform/http/page.ts'
import { pageNumber } from '../../../platform/http/page-number.ts'
import type { EvidenceFile } from '../../evidence-file.ts'
import type { EvidenceParts, UsedDrafts } from '../../pages/evidence-draft.ts'
import { type LibraryDocument, type Narrowing, narrowed } from '../library.ts'
import { ownLibrary } from '../own-library.ts'
import { narrowingIn } from './narrow-form.tsx'

const onPage = 20

/** A person's library as a page shows it. */
export interface LibraryModel {
  /** Every file that was looked through, whatever this page is about. */
  readonly files: readonly EvidenceFile[]
  /** What this page is about, before it is narrowed. */
  readonly documents: readonly LibraryDocument[]
  readonly isCut: boolean
  readonly narrowing: Narrowing
  /** Those on this page, and how many there are on all of them. */
  readonly shown: readonly LibraryDocument[]
  readonly count: number
  readonly page: number
  readonly pages: number
  /** Where the agency is. */
  readonly today: Temporal.PlainDate
  readonly usedDrafts: UsedDrafts
}

/** `only`: which documents of the library this page is about. */
export async function libraryModel(
  { usedDraftsOf }: EvidenceParts,
  context: Context,
  only: (document: LibraryDocument) => boolean = () => true,
): Promise<LibraryModel> {
  const { agency, clock } = context.services
  const today = clock.now().toZonedDateTimeISO(agency.timeZone).toPlainDate()
  const library = (await context.read(ownLibrary, undefined)) ?? { documents: [], isCut: false }
  const documents = library.documents.filter(only)
  const narrowing = narrowingIn(context.query)
  const found = narrowed(documents, narrowing, { today, soonDays: agency.documents.expiresSoonDays })
  const pages = Math.max(1, Math.ceil(found.length / onPage))
  const page = Math.min(pageNumber(context.query), pages)
  const shown = found.slice((page - 1) * onPage, page * onPage)
  const drafts = new Set(shown.flatMap(({ uses }) => uses.map(({ file }) => file.draft)))
  const usedDrafts = await usedDraftsOf(context, [...drafts])
  const files = library.documents.flatMap(({ uses }) => uses.map(({ file }) => file))
  return { files, documents, isCut: library.isCut, narrowing, shown, count: found.length, page, pages, today, usedDrafts }
}
