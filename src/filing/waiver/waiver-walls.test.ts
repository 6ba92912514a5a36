import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type WaiverGround, waiverGround } from '../../../test/cast/waiver-ground.ts'
import { newId } from '../../platform/ids.ts'
import { asJson } from '../submission/submission-store.ts'

let ground: WaiverGround
before(async () => {
  ground = await waiverGround()
})
after(() => ground.end())

test('a request that was received is not changed any more, by the portal’s own role either', async () => {
  const { actor, draft } = await ground.asked()
  for (const change of [{ codes: ['n-400-filing'] }, { about_hash: 'another-hash' }, { begun_at: ground.clock.now().add({ seconds: 5 }) }]) {
    await assert.rejects(
      ground.asPortal(actor, (tx) => tx.updateTable('filing.fee_waiver').set(change).where('draft', '=', draft).execute()),
      /is not changed/,
    )
  }
})

test('the portal cannot receive a filing with a waived fee that nobody granted', async () => {
  const { actor, draft } = await ground.asked()
  await assert.rejects(
    ground.asPortal(actor, async (tx) => {
      await tx
        .insertInto('filing.submission')
        .values({
          id: newId(), draft, account: actor.id as string, form: 'i-90', edition: Temporal.PlainDate.from('2025-01-20'), language: 'en',
          begun_at: ground.clock.now(), fee_cents: 0, waived_cents: 41_500, fee_lines: asJson([{ code: 'i-90-filing', label: 'Fee', amountCents: 0, notCharged: 'waived', scheduledCents: 41_500 }]), copy_key: newId(), receipt_key: newId(),
          signature: (await tx.selectFrom('filing.signature').select('id').executeTakeFirst())?.id ?? newId(),
          received_at: ground.clock.now(), received_on: Temporal.PlainDate.from('2026-01-01'), case: newId(), receipt_number: 'IOE9999999999',
        })
        .execute()
    }),
    /row-level security/,
  )
})

test('the portal decides nothing', async () => {
  const { actor, draft } = await ground.asked()
  await assert.rejects(
    ground.asPortal(actor, async (tx) => {
      const { id } = await tx.selectFrom('filing.fee_waiver').select('id').where('draft', '=', draft).executeTakeFirstOrThrow()
      await tx
        .insertInto('filing.fee_waiver_decision')
        .values({ waiver: id, granted: true, codes: ['i-90-filing'], decided_at: ground.clock.now(), staff: newId() })
        .execute()
    }),
    /permission denied/,
  )
})
