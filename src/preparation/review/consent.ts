import { type Declaration, declarationFor, formWords, type FormWords, type Said, type SignedText } from '../../filing/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import type { Services } from '../../platform/services.ts'

const consents = ['representation', 'release'] as const

/**
 * What a client declares under a notice of appearance (Form G-28, Part 4): that they consent to be represented, what they let the
 * representative see, and that what it says of them is true.
 */
function consentOf({ t, get, languageOf }: FormWords): readonly Said[] {
  const own = consents.map((each) => ({ text: get(`clientConsent.option.${each}`), language: languageOf(`clientConsent.option.${each}`) }))
  const perjury = { text: t('helpers-sign.perjury'), language: t.languageOf('helpers-sign.perjury') }
  return [...own, perjury]
}

export const consentFor = (services: Pick<Services, 'agency'>, t: Text, { form, edition }: SignedText): Declaration =>
  declarationFor(services, formWords(services.agency, t, form, edition), { form, edition }, consentOf)
