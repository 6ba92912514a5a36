import { loadAgency } from '../../src/agency/index.ts'
import type { LetterServices } from '../../src/cases/paper-link/letter/letter.ts'
import { accessNoticeLetter } from '../../src/cases/paper-link/letter/letters.ts'
import { type PdfDocument, renderPdf } from '../../src/platform/pdf/index.ts'
import { nowMs } from '../measure.ts'
import { milliseconds, type Row, rate } from '../table.ts'

const letters = 60
const warmUp = 10
const reachMs = 20

const letterNumber = (turn: number): PdfDocument => ({
  template: 'letter',
  language: 'en-US',
  direction: 'ltr',
  createdAt: Temporal.Instant.from('2026-11-03T12:00:00Z'),
  words: {
    title: 'We received your form',
    sender: { name: 'Portolan', lines: ['1 Harbour Street', 'Springfield, IL 62701'] },
    footer: 'Check that this letter is genuine.',
    demonstration: 'Demonstration of Portolan, open-source software.',
    pageOf: 'Page {page} of {pages}',
    addressee: [`Person ${turn}`, '12 Main Street', 'Springfield, IL 62701'],
    date: 'November 3, 2026',
    body: [
      { paragraph: 'We received your form.' },
      { paragraph: 'Your receipt number is below. Keep this letter.' },
      {
        facts: {
          headings: ['What', 'Number'],
          rows: [
            ['Receipt number', `IOE90123${String(turn).padStart(5, '0')}`],
            ['Form', 'I-90'],
          ],
        },
      },
      { steps: ['Open this address.'], code: { content: 'http://127.0.0.1:8080/case-status', alt: 'Address as a QR code', caption: 'Open it' } },
      { paragraph: 'Never share the code.' },
    ],
    barcode: {
      content: `IOE90123${String(turn).padStart(5, '0')}`,
      alt: 'Barcode of the receipt number',
      caption: 'Receipt number',
    },
  },
})

/** The notice that goes with a case on paper; `en-XA` stands for a second language, longer by a third. */
const noticeNumber = (services: LetterServices, language: string) => (turn: number) =>
  accessNoticeLetter(services, {
    addressee: {
      name: `Person ${turn}`,
      address: { country: 'US', street: `${turn} Main Street`, unit: 'Apt 3', city: 'Springfield', region: 'IL', postalCode: '62701' },
    },
    receiptNumber: `IOE90123${String(turn).padStart(5, '0')}`,
    form: 'i-90',
    receivedOn: Temporal.PlainDate.from('2026-11-03'),
    language,
    writtenAt: Temporal.Instant.from('2026-11-23T12:00:00Z'),
    role: 'applicant',
    onlineAccountNumber: `4821${String(turn).padStart(8, '0')}`,
    expiresOn: Temporal.PlainDate.from('2027-02-21'),
    claimUrl: 'http://127.0.0.1:8080/claim',
    accessCode: `7K3M9XQ2${String(turn).padStart(5, '0')}`,
  })

async function rowOf(work: string, document: (turn: number) => PdfDocument): Promise<Row> {
  for (let turn = 0; turn < warmUp; turn += 1) await renderPdf(document(turn))
  const [cpu, started] = [process.cpuUsage(), nowMs()]
  for (let turn = 0; turn < letters; turn += 1) await renderPdf(document(warmUp + turn))
  const { user, system } = process.cpuUsage(cpu)
  const each = (user + system) / 1000 / letters
  return {
    work,
    rate: rate((letters * 1000) / (nowMs() - started)),
    jobsCpu: milliseconds(each),
    reach: `≤ ${reachMs} ms`,
    reached: each <= reachMs,
  }
}

/** Letters as tagged PDF with barcode and QR code, set in this process as the worker sets them. */
export async function letterRows(): Promise<Row[]> {
  const services: LetterServices = { agency: await loadAgency('agency/us'), publicUrl: 'http://127.0.0.1:8080', mode: 'demo' }
  return [
    await rowOf('a letter as tagged PDF/UA-1 with barcode, QR code and table', letterNumber),
    await rowOf('an Account Access Notice in English', noticeNumber(services, 'en')),
    await rowOf('an Account Access Notice in two languages', noticeNumber(services, 'en-XA')),
  ]
}
