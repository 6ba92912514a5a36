import { readAccountContact } from '../../accounts/index.ts'
import { beginDraft, definitionOf, newestDefined } from '../../filing/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type Client, nameOfClient, type OwnPractice } from '../../representation/index.ts'
import { appearanceForm, type KnownForAppearance, listsForAppearance, offeredForAppearance } from './appearance-answers.ts'

export type Beginning = { readonly client: Client; readonly practice: OwnPractice; readonly language: string; readonly startKey: string }

/** A notice of appearance, filled in from the practice, the client and what it is about. */
export async function beginAppearance(context: OperationContext, about: Pick<KnownForAppearance, 'matter' | 'receiptNumber'>, { client, practice, language, startKey }: Beginning): Promise<string> {
  const { agency } = context.services
  const edition = newestDefined(agency, appearanceForm)
  if (!edition) throw new Error(`The agency pack does not define form ${appearanceForm}`)
  const contact = await readAccountContact(context, String(context.actor.id))
  const known: KnownForAppearance = { practice, accountNumber: contact?.onlineAccountNumber ?? null, client, ...about }
  const begun = { form: appearanceForm, edition, language, startKey: `${startKey}:appearance`, preparedFor: nameOfClient(client.names) }
  const offered = offeredForAppearance(definitionOf(agency, appearanceForm, edition), known)
  const t = textOf(agency.languageOfRecord, agency.timeZone)
  return (await beginDraft(context, { ...begun, offered, lists: listsForAppearance({ agency, t }, known) })).id
}
