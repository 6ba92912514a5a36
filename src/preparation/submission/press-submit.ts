import { recentProofOf } from '../../filing/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { mayAct } from '../../representation/index.ts'
import { findPackage, holdPreparation } from '../copy/copy-store.ts'
import { findPreparation } from '../preparation-store.ts'
import { findFiling } from '../review/review-store.ts'
import { recordPress } from './press-store.ts'

export interface Pressing {
  readonly preparation: string
  /** The package and the sum that the page showed. */
  readonly shown: string
  readonly shownCents: number
  readonly language: string
}

const isEither = (actor: Actor): boolean => actor.kind === 'account'

/**
 * **Pay and submit**, or **Submit**, by the representative or the client: keeps the press, and has a job do what the pay page does
 * for a draft of one's own. Once either has ended it, asked for changes or declined, nothing comes of any press.
 */
export const pressSubmit = operation({
  name: 'preparation.press-submit',
  allow: (actor, _input: Pressing) => isEither(actor),
  refusals: ['not-standing', 'not-signed', 'practice-lacking', 'no-recent-proof'],
  async run(context, { preparation, shown, shownCents, language }) {
    const { tx, actor, now, refuse, audit, enqueue } = context
    audit({ subject: preparation.slice(0, 40), account: actor.id as string, detail: { shownCents } })
    const held = isId(preparation) ? await holdPreparation(tx, preparation) : undefined
    const its = held && (await findPreparation(tx, preparation))
    if (!held || !its || held.ended) return refuse('not-standing')
    if (held.filed) return { preparation }
    const row = held.package === shown ? await findPackage(tx, shown) : undefined
    if (!row) return refuse('not-standing')
    const filing = await findFiling(tx, preparation)
    if (row.form_sha256 === null || filing?.signed_sha256 !== row.form_sha256) return refuse('not-signed')
    const own = accountsOf(actor)
    // Whose licence has ended reads on and submits nothing (decision 0045).
    if (own.includes(its.representative) && !(await mayAct(context, own))) return refuse('practice-lacking')
    if (!(await recentProofOf(context))) return refuse('no-recent-proof')
    const by = own.includes(its.representative) ? 'representative' : 'client'
    await recordPress(tx, row.id, { by, shownCents, language, at: now })
    await enqueue('preparation.submit-pressed', { package: row.id }, { jobKey: `submit:${row.id}` })
    audit({ subject: preparation, account: actor.id as string, detail: { package: row.id, shownCents, by } })
    return { preparation }
  },
})
