import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One piece of text on a page: where it begins, in points from the left and from the top edge, and how wide it is. */
export interface PrintedRun {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
}

export const openedPdf = (pdf: Buffer) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise

/** The words of each page, with its line breaks, read back by another hand than the one that set them. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const document = await openedPdf(pdf)
  const pages: string[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent()
    pages.push(items.map((run) => ('str' in run ? run.str + (run.hasEOL ? '\n' : '') : '')).join(''))
  }
  return pages
}

export const wholeText = async (pdf: Buffer): Promise<string> => (await pagesOf(pdf)).join('\n')

/** Every piece of text on a page, for questions about where it stands. */
export async function runsOn(pdf: Buffer, number: number): Promise<PrintedRun[]> {
  const page = await (await openedPdf(pdf)).getPage(number)
  const [, , , height = 0] = page.view
  const { items } = await page.getTextContent()
  return items.flatMap((run) =>
    'str' in run && run.str.trim() !== ''
      ? [{ text: run.str, left: run.transform[4], top: height - run.transform[5], width: run.width }]
      : [],
  )
}

/** The tags of each page, for who reads them aloud. */
export async function tagsOf(pdf: Buffer): Promise<string[]> {
  const document = await openedPdf(pdf)
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1))
  return Promise.all(pages.map(async (page) => JSON.stringify(await (await page).getStructTree())))
}
