import { z } from 'zod'
import { heldPart } from '../platform/archive/index.ts'
import { instant, iso, text, truth } from '../platform/archive/shapes.ts'
import { listChoices } from './choice-store.ts'

const notificationsSchema = z
  .strictObject({
    choices: z
      .array(
        z.strictObject({
          topic: text('Of what'),
          byEmail: truth('By email'),
          byText: truth('By text message'),
          chosenAt: instant('When you chose'),
        }),
      )
      .describe('What is not here comes by email'),
  })
  .describe('By which channels you want to be told of what')

export const heldNotifications = heldPart({
  name: 'notifications',
  schema: notificationsSchema,
  from: ['notifications.choice'],
  leavesOut: {},
  async read({ tx, accounts }) {
    const choices = (await listChoices(tx, accounts)).map(({ topic, by_email, by_text, chosen_at }) => ({
      topic,
      byEmail: by_email,
      byText: by_text,
      chosenAt: iso(chosen_at),
    }))
    return { data: { choices }, files: [] }
  },
})
