import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, text } from '../../platform/archive/shapes.ts'
import { listCertifications } from './certification-store.ts'
import { certifiedWordsOf } from './certified-words.ts'

const certificationsSchema = z
  .array(
    z.strictObject({
      at: instant('When'),
      kind: z.enum(['attorney', 'accredited']),
      version: text('Which version of the text'),
      language: text('In which language you read it (BCP 47)'),
      words: text('The words, as they were shown'),
      name: text('The name you typed'),
    }),
  )
  .describe('What you certified as a representative under penalty of perjury, in its words')

export const heldCertifications = heldPart({
  name: 'certifications',
  schema: certificationsSchema,
  from: ['representation.certification'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const certified = (await listCertifications(tx, accounts)).map((row) => certifiedWordsOf(keys, row))
    return { data: certified.map(({ at, ...its }) => ({ at: iso(at), ...its })), files: [] }
  },
})
