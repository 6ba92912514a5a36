import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, sha256, text, truth } from '../../platform/archive/shapes.ts'
import { termsHash, termsLanguage, termsWords } from '../terms/terms-text.ts'
import { listAgreements } from './held-store.ts'

const termsSchema = z
  .strictObject({
    agreements: z.array(
      z.strictObject({
        version: text('Which version'),
        language: text('The language it was shown in (BCP 47)'),
        agreedAt: instant('When you pressed I Agree'),
        textSha256: sha256('Of the text that was shown; null: before texts were hashed').nullable(),
        words: z.record(z.string(), z.string()).nullable().describe('The text, by its parts; null: it is not kept'),
        wordsAreThose: truth('Whether the text here is, word for word, the one that was shown').nullable(),
      }),
    ),
  })
  .describe('The terms of use you agreed to, with their text')

export const heldTerms = heldPart({
  name: 'terms',
  schema: termsSchema,
  from: ['accounts.terms_agreement'],
  leavesOut: {},
  async read({ tx, accounts, services: { agency } }) {
    const rows = await listAgreements(tx, accounts)
    const agreements = rows.map(({ version, language, agreed_at, text_sha256 }) => {
      const words = termsWords(agency, version, termsLanguage(agency, language))
      const wordsAreThose = words && text_sha256 ? termsHash(words) === text_sha256 : null
      return { version, language, agreedAt: iso(agreed_at), textSha256: text_sha256, words, wordsAreThose }
    })
    return { data: { agreements }, files: [] }
  },
})
