import assert from 'node:assert/strict'
import type { Client } from 'pg'
import type { From } from '../../src/filing/payment/transitions.ts'
import { plainText } from '../web-client.ts'
import type { Filing, PayingServer } from './paying-server.ts'
import { until } from './uploader.ts'

const rowsOf = async <Row>(truth: Client, text: string, values: unknown[]) => (await truth.query(text, values)).rows as Row[]

/** All that a person was told of, or gave, of one filing. */
export async function keptOf(truth: Client, draft: string) {
  const rows = <Row>(text: string) => rowsOf<Row>(truth, text, [draft])
  return {
    draft: await rows('select answers_sealed, deleted_at from filing.draft where id = $1'),
    files: await rows('select id, sha256 from evidence.file where draft = $1 order by id'),
    signatures: await rows('select id, document_sha256 from filing.signature where draft = $1 order by id'),
    submission: await rows('select id, receipt_number, received_at, fee_cents from filing.submission where draft = $1'),
    payments: await rows('select p.id, p.state, p.provider_id, p.captured_cents from filing.payment p join filing.submission s on s.id = p.submission where s.draft = $1 order by p.attempt'),
  }
}

type Ended = { submission: string; receipt_number: string; fee_cents: number; balance_cents: number; under_way: number; cases: number; papers: string[] }

const endedText = `select s.id as submission, s.receipt_number, s.fee_cents, l.balance_cents, l.under_way,
    (select count(*)::int from cases.case c where c.receipt_number = s.receipt_number) as cases,
    (select array_agg(d.kind order by d.kind) from cases.document d where d."case" = s."case") as papers
  from filing.submission s join filing.ledger l on l.submission = s.id where s.draft = $1`

const lettersText = `select (select count(*)::int from mail.queued where kind = 'filing.received' and person = s.account::text) as letters,
    (select count(*)::int from filing.submission every where every.account = s.account and every.received_at is not null) as filings
  from filing.submission s where s.draft = $1`

/** One receipt, one case, its papers once, one letter; charged once or not at all; and the money fits to the cent. */
export async function assertWhole({ truth, cashier, paymentsOf, movedOf }: PayingServer, { client, draft }: Filing, last: From): Promise<void> {
  const papers = last === 'captured' ? ['copy-of-record', 'fee-receipt'] : ['copy-of-record']
  const ended = async () => (await rowsOf<Ended>(truth, endedText, [draft]))[0]
  await until('the papers are made', async () => (await ended())?.papers?.length === papers.length)
  const found = await ended()
  assert.ok(found)
  assert.deepEqual(found.papers, papers, 'each paper once')
  assert.equal(found.cases, 1, 'one case')
  assert.equal(found.under_way, 0)
  assert.equal(found.balance_cents, last === 'not-captured' ? -found.fee_cents : 0, 'captured = fees of paid filings + refunds + what banks took back')
  const [letter] = await rowsOf<{ letters: number; filings: number }>(truth, lettersText, [draft])
  assert.equal(letter?.letters, letter?.filings, 'one letter for each filing that was received')
  const payments = await paymentsOf(draft)
  for (const { id, provider_id, captured_cents } of payments) {
    const pages = (await cashier.findByReference(id)).map(({ providerId }) => providerId)
    assert.deepEqual(pages, provider_id ? [provider_id] : [], 'one page at the provider for one payment')
    const charges = await movedOf(provider_id)
    assert.deepEqual(charges, captured_cents > 0 ? [captured_cents] : [], 'the provider moved what is written down, once')
  }
  assert.equal(payments.filter(({ captured_cents }) => captured_cents > 0).length, last === 'captured' ? 1 : 0)
  const shown = plainText((await client.get(`/submissions/${found.submission}`)).html)
  if (last !== 'returned') assert.ok(shown.includes(found.receipt_number), 'the page shows the receipt number')
}
