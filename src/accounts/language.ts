import type { AgencyPack } from '../agency/index.ts'
import { languagesOffered } from '../platform/i18n/text.ts'
import type { OperationContext } from '../platform/operation.ts'
import { recordFacts } from './account-store.ts'

/** The languages a person can be written to in: those the product has texts in and the agency publishes. */
export const languagesToWriteIn = (agency: Pick<AgencyPack, 'languages'>): string[] =>
  languagesOffered(false).filter((language) => agency.languages.includes(language))

/** Mails and text messages come in this language from now on. Throws for one that is not offered. */
export async function setLanguage(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  account: string,
  language: string,
): Promise<void> {
  if (!languagesToWriteIn(services.agency).includes(language)) throw new Error('A language is one of those offered')
  await recordFacts(tx, account, { language })
}
