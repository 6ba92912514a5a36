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

/** A letter as tagged PDF with barcode, QR code and table, set in this process as the worker sets it. */
export async function letterRows(): Promise<Row[]> {
  for (let turn = 0; turn < warmUp; turn += 1) await renderPdf(letterNumber(turn))
  const [cpu, started] = [process.cpuUsage(), nowMs()]
  for (let turn = 0; turn < letters; turn += 1) await renderPdf(letterNumber(warmUp + turn))
  const { user, system } = process.cpuUsage(cpu)
  const each = (user + system) / 1000 / letters
  return [
    {
      work: 'a letter as tagged PDF/UA-1 with barcode, QR code and table',
      rate: rate((letters * 1000) / (nowMs() - started)),
      jobsCpu: milliseconds(each),
      reach: `≤ ${reachMs} ms`,
      reached: each <= reachMs,
    },
  ]
}
