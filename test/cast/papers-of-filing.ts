import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { caseFor, documentFor, documentPlace } from '../../src/cases/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { sealedFileReader } from '../../src/platform/crypto/sealed-file.ts'
import type { SubmitGround } from './submit-ground.ts'

/** The words of each page of a PDF, in the order they are read. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent()
    pages.push(
      items
        .map((each) => ('str' in each ? each.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  return pages
}

/** A paper of a person's case as they get it. There is one of a kind. */
export async function openPaper(ground: SubmitGround, actor: Actor, receiptNumber: string, kind: string) {
  const own = await ground.as(actor).read(caseFor, { receiptNumber })
  const papers = own?.documents.filter((each) => each.kind === kind) ?? []
  assert.equal(papers.length, 1, kind)
  const stored = await ground.as(actor).read(documentFor, { receiptNumber, document: papers[0]?.id ?? '' })
  assert.ok(stored)
  const place = documentPlace(stored.caseId, stored.storageKey)
  const sealed = await ground.services.storage.get(stored.storageKey)
  return { bytes: await buffer(sealed.pipe(sealedFileReader(ground.services.keys, place))), stored }
}
