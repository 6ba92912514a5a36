import { confirmBatch, fetchBatch, letterToPrint, printByHand } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

/** **Make a batch**: a job makes it, never the request. Asked twice before it began, it is one. */
export const askBatch = operation({
  name: 'officer.ask-print-batch',
  allow: (actor, _input: Record<string, never>) => whoMay('print-letters')(actor),
  refusals: [],
  async run({ enqueue }) {
    await enqueue('cases.make-print-batch', {}, { jobKey: 'print-batch' })
  },
})

/** The bundle of a batch leaves for the mail house: who took it and when is on record. */
export const takeBundle = operation({
  name: 'officer.take-print-bundle',
  allow: (actor, _input: { batch: string }) => whoMay('print-letters')(actor),
  refusals: ['no-batch'],
  async run(context, { batch: id }) {
    context.audit({ subject: `print-batch:${id.slice(0, 40)}` })
    const batch = await fetchBatch(context, id)
    return batch === 'no-batch' ? context.refuse(batch) : batch
  },
})

/** **Confirm printed**: as many as are in the batch, or it is not confirmed. */
export const confirmPrinted = operation({
  name: 'officer.confirm-printed',
  allow: (actor, _input: { batch: string; counted: number }) => whoMay('print-letters')(actor),
  refusals: ['no-batch', 'confirmed-already', 'count-differs'],
  async run(context, { batch: id, counted }) {
    context.audit({ subject: `print-batch:${id.slice(0, 40)}`, detail: { counted } })
    const batch = await confirmBatch(context, { batch: id, by: String(context.actor.id), counted })
    return typeof batch === 'string' ? context.refuse(batch) : { letters: batch.letters }
  },
})

/** A letter that no machine sets is opened to be printed by hand. */
export const takeLetter = operation({
  name: 'officer.take-letter',
  allow: (actor, _input: { letter: string }) => whoMay('print-letters')(actor),
  refusals: ['no-letter'],
  async run(context, { letter }) {
    context.audit({ subject: `letter:${letter.slice(0, 40)}` })
    return (await letterToPrint(context, letter)) ?? context.refuse('no-letter')
  },
})

export const sayPrintedByHand = operation({
  name: 'officer.print-by-hand',
  allow: (actor, _input: { letter: string }) => whoMay('print-letters')(actor),
  refusals: ['no-letter'],
  async run(context, { letter }) {
    context.audit({ subject: `letter:${letter.slice(0, 40)}` })
    const printed = await printByHand(context, letter)
    return printed === 'no-letter' ? context.refuse(printed) : { letter }
  },
})
