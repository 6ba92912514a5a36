import { paths } from '../../../../platform/paths.ts'
import type { Led } from '../../../../platform/pdf/index.ts'
import { countryName } from '../../../../profile/index.ts'
import type { LetterFacts, LetterKind, Writing } from '../letter.ts'
import { howToCheck, numbersToCopy } from '../passages.ts'

/** `country`: where the consulate is that handles the case, by its code; null: not known. */
export interface ConsularFiling extends LetterFacts {
  readonly country: string | null
}

function whereToAsk({ t, services: { agency }, facts: { country } }: Writing<ConsularFiling>): Led[] {
  const { url, posts } = agency.consulates
  const post = country === null ? undefined : posts?.[country]
  if (country === null || !post) return [{ text: t('paper-letters.consular.find'), address: url }]
  return [
    { text: t('paper-letters.consular.find-in', { country: countryName(t.language, country) }), address: post },
    { text: t('paper-letters.consular.find-other'), address: url },
  ]
}

/** A case that a consulate handles has no account here: whom to ask instead. */
export const consularFiling: LetterKind<ConsularFiling> = (writing) => {
  const { t, facts, form, services } = writing
  return {
    title: t('paper-letters.consular.title', { form }),
    body: [
      { paragraph: t('paper-letters.consular.text', { form, date: t.day(facts.receivedOn) }) },
      ...numbersToCopy(t, { receiptNumber: facts.receiptNumber }),
      { heading: t('paper-letters.do.title') },
      { steps: [...whereToAsk(writing), t(`paper-letters.consular.${facts.receiptNumber ? 'tell' : 'tell-name'}`), t('paper-letters.consular.keep')] },
      { heading: t('paper-letters.consular.other.title') },
      { paragraph: { text: t('paper-letters.consular.other.text'), address: services.publicUrl + paths.signUp() } },
      ...howToCheck(writing),
    ],
  }
}
