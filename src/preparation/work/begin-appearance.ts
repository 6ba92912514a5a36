import { readAccountContact } from '../../accounts/index.ts'
import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { beginDraft, definitionOf, newestDefined } from '../../filing/index.ts'
import { type Text, textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type Client, nameOfClient, type OwnPractice } from '../../representation/index.ts'
import { appearanceForm, type KnownForAppearance, listsForAppearance, offeredForAppearance } from './appearance-answers.ts'

export type Beginning = { readonly client: Client; readonly practice: OwnPractice; readonly language: string; readonly startKey: string }

/** What the notice is about, in the language of record: the title of the form, or its code where it is in no catalogue. */
const matterOf = (agency: AgencyPack, t: Text, form: string): string =>
  agency.forms.some(({ code }) => code === form) ? agencyText(agency, t, 'agency', `form.${form}.title`) : form.toUpperCase()

/** A notice of appearance, filled in from the practice, the client and the form that it is about. */
export async function beginAppearance(context: OperationContext, about: { readonly form: string } & Pick<KnownForAppearance, 'receiptNumber'>, { client, practice, language, startKey }: Beginning): Promise<string> {
  const { agency } = context.services
  const edition = newestDefined(agency, appearanceForm)
  if (!edition) throw new Error(`The agency pack does not define form ${appearanceForm}`)
  const contact = await readAccountContact(context, String(context.actor.id))
  const t = textOf(agency.languageOfRecord, agency.timeZone)
  const { form, ...filed } = about
  const known: KnownForAppearance = { practice, accountNumber: contact?.onlineAccountNumber ?? null, client, matter: matterOf(agency, t, form), ...filed }
  const begun = { form: appearanceForm, edition, language, startKey: `${startKey}:appearance`, preparedFor: nameOfClient(client.names) }
  const offered = offeredForAppearance(definitionOf(agency, appearanceForm, edition), known)
  return (await beginDraft(context, { ...begun, offered, lists: listsForAppearance({ agency, t }, known) })).id
}
