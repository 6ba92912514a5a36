import { readAccountContact } from '../../accounts/index.ts'
import { casesToAddress } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { mayFile } from '../draft/start-draft.ts'

/** What a change of address in the account would reach, and whether the law has cases of the person keep theirs. */
export type AddressCases = { readonly reached: number; readonly isProtected: boolean }

/** Asked where a form does what the account can do at once: a person with pending cases is told before they start. */
export const addressCasesOf = query({
  name: 'filing.address-cases',
  allow: (actor, _input: Record<string, never>) => mayFile(actor),
  async run(context): Promise<AddressCases> {
    const contact = await readAccountContact(context, context.actor.id as string)
    const { reached, guarded } = await casesToAddress.run(context, {})
    return { reached: reached.length, isProtected: contact?.protectedAt != null || guarded.length > 0 }
  },
})
