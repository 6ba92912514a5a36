import { type AgencyPack, loadAgency } from '../../src/agency/index.ts'
import { canonicalText, textHash } from '../../src/correspondence/notices/canonical-text.ts'
import type { Notice } from '../../src/correspondence/notices/notice.ts'
import { noticePdf } from '../../src/correspondence/notices/notice-pdf.ts'
import { writeParts } from '../../src/correspondence/notices/write-parts.ts'
import { renderPdf } from '../../src/platform/pdf/index.ts'
import { bareNotice } from '../floor/bare-notice.ts'
import { milliseconds, type Row, times } from '../table.ts'

const notices = 60
const warmUp = 10
const reachMs = 20

const issuedOn = Temporal.PlainDate.from('2026-11-03')
const issuedAt = Temporal.Instant.from('2026-11-03T12:00:00Z')
const dueAt = { at: Temporal.Instant.from('2027-02-28T23:59:00Z'), timeZone: 'America/New_York' }
const asks = [
  { title: 'A copy of your passport', text: 'Every page that has a stamp.' },
  { title: 'Proof of where you live', text: 'A bill of the last three months with your name on it.' },
]

/** A request for evidence: the longest of what is issued often. Its code and its signature are as long as those of a real one. */
const requestNumber = (agency: AgencyPack, language: string) => (turn: number): Notice => {
  const [number, kind] = [String(turn).padStart(5, '0'), 'request-for-evidence']
  const [code, receiptNumber] = [`7K3M9XQ2H4TD${number}`, `IOE90123${number}`]
  const facts = { kind, receiptNumber, form: 'i-90', receivedOn: issuedOn, office: null, issuedOn }
  const parts = writeParts(agency, language, { ...facts, values: { dueAt, asks, note: 'Please send everything together.' } })
  const signature = `k1:${Buffer.alloc(64, number).toString('base64url')}`
  return { id: number, caseId: number, receiptNumber, kind, issuedAt, issuedOn, code, textSha256: textHash(code, parts), signature, endedAs: null, parts }
}

async function cpuMsOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function rowOf(agency: AgencyPack, language: string, work: string): Promise<Row> {
  const services = { agency, publicUrl: 'https://portal.example', mode: 'production' } as const
  const bare = bareNotice()
  const number = requestNumber(agency, language)
  let [product, floor] = [0, 0]
  for (let turn = 0; turn < warmUp + notices; turn += 1) {
    const notice = number(turn)
    const words = canonicalText(notice.code, notice.parts).split('\n').filter(Boolean)
    const set = await cpuMsOf(() => renderPdf(noticePdf(services, notice, { accountNumber: '482109375523', addressee: [`Person ${turn}`] })))
    const plain = await cpuMsOf(() => bare(words))
    if (turn < warmUp) continue
    product += set / notices
    floor += plain / notices
  }
  const languages = number(0).parts.length
  return {
    work,
    jobsCpu: milliseconds(product),
    floor: `its words as plain paragraphs: ${milliseconds(floor)}`,
    ratio: times(product / floor),
    reach: `≤ ${reachMs} ms${languages > 1 ? ' a language' : ''}`,
    reached: product / languages <= reachMs,
  }
}

/** Notices as tagged PDF with barcode, signed square code and tables, set in this process as the worker sets them. */
export async function noticeRows(): Promise<Row[]> {
  const agency = await loadAgency('agency/us')
  return [
    await rowOf(agency, 'en', 'a request for evidence as a notice: tagged PDF/UA-1 with barcode and signed square code'),
    await rowOf(agency, 'en-XA', 'the same in two languages'),
  ]
}
