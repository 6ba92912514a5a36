import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, text } from '../../platform/archive/shapes.ts'
import { withdrawnOf } from './withdrawn.ts'
import { listWithdrawnOf } from './withdrawn-store.ts'

const withdrawnSchema = z
  .array(
    z.strictObject({
      endedAt: instant('When you ceased to represent them'),
      endedBy: z.enum(['client', 'office', 'representative']).describe('Who ended it'),
      name: text('How your client is called; null: not written down yet').nullable(),
    }),
  )
  .describe('Whom you represent no longer, as a representative')

export const heldWithdrawn = heldPart({
  name: 'withdrawn-appearances',
  schema: withdrawnSchema,
  from: ['representation.withdrawn_appearance'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const ended = (await listWithdrawnOf(tx, accounts)).map((row) => withdrawnOf(keys, row))
    return { data: ended.map(({ at, by, name }) => ({ endedAt: iso(at), endedBy: by, name })), files: [] }
  },
})
