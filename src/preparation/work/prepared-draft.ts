import { signedIn } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { findPreparationOfDraft } from '../preparation-store.ts'

/** The preparation that a draft of the actor's belongs to, and on which side of it they are; null: none. */
export const preparationOfDraft = query({
  name: 'preparation.of-draft',
  allow: (actor, _input: { draft: string }) => actor.kind === 'account',
  async run({ tx, actor }, { draft }) {
    const found = isId(draft) ? await findPreparationOfDraft(tx, draft) : undefined
    return found ? { preparation: found.id, isOwn: accountsOf(actor).includes(found.representative) } : null
  },
})

/** Where a draft leads that is prepared: to the page of its preparation, each side to theirs. */
export const preparedDraftEndpoint = endpoint({
  path: paths.preparedDraft,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('it only leads to the page of what is prepared'),
  async run({ read, params }) {
    const found = await read(preparationOfDraft, params)
    if (!found) return notFound
    const { preparation } = found
    return seeOther(found.isOwn ? paths.preparation({ preparation }) : paths.prepared({ preparation }))
  },
})
