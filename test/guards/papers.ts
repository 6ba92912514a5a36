import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { WebClient } from '../web-client.ts'

/** The words of a PDF that a person downloads, without spaces: lines are broken where the paper ends. */
export async function wordsOfPaper(client: WebClient, path: string): Promise<string> {
  const answer = await fetch(new URL(path, client.origin), { headers: { cookie: client.cookieHeader() } })
  const document = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise
  const pages: string[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent()
    pages.push(items.map((each) => ('str' in each ? each.str : '')).join(''))
  }
  return pages.join('').replace(/\s/g, '')
}
