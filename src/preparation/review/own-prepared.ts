import { type EvidenceFile, filesOfDraft } from '../../evidence/index.ts'
import { type Actor, accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { type ShownPractice, shownPractice, todayOf } from '../../representation/index.ts'
import { type AnswerRow, listAnswers } from '../copy/copy-store.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'
import { type FilingFacts, findFiling, findPractice, listPackages, type PackageFacts } from './review-store.ts'

export const isClient = (actor: Actor): boolean => actor.kind === 'account' && !actor.roles.includes('representative')

/** The files of the copy: how many there are, wait for their check, were refused. */
export interface CopiedFiles {
  readonly all: number
  readonly waiting: number
  readonly refused: number
}

/** What was prepared for a client, as it stands for them. */
export interface Prepared {
  readonly its: PreparationRow & { readonly client_account: string }
  /** The package that stands; null: none does. */
  readonly stands: PackageFacts | null
  /** All that were laid, the last one first. */
  readonly packages: readonly PackageFacts[]
  readonly answers: readonly AnswerRow[]
  readonly filing: FilingFacts | null
  readonly practice: ShownPractice | null
  readonly files: CopiedFiles
  /** The files of the copy themselves. */
  readonly copied: readonly EvidenceFile[]
}

/** What a client took up; null alike for unknown and somebody else's. */
export const ownPrepared = query({
  name: 'preparation.prepared',
  allow: (actor, _input: { preparation: string }) => isClient(actor),
  async run(context, { preparation }): Promise<Prepared | null> {
    const { tx, actor, now, services } = context
    const its = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    if (!its?.client_account || !accountsOf(actor).includes(its.client_account)) return null
    const [packages, filing, practice] = await Promise.all([listPackages(tx, preparation), findFiling(tx, preparation), findPractice(tx, preparation)])
    const stands = packages.find(({ voided_at }) => voided_at === null) ?? null
    const files = stands?.copy ? await filesOfDraft.run(context, stands.copy) : []
    const counted = (state: string) => files.filter((file) => file.state === state).length
    return {
      its: { ...its, client_account: its.client_account },
      stands,
      packages,
      answers: stands ? await listAnswers(tx, stands.id) : [],
      filing: filing ?? null,
      practice: shownPractice(services.keys, services.agency, practice, todayOf(services, now)),
      files: { all: files.length, waiting: counted('received'), refused: counted('refused') },
      copied: files,
    }
  },
})

/**
 * changing: no package stands · copying, checking: files are on their way · lapsed: the copy ended after its
 * days · unreadable: a file of it was refused ·
 * appearance, form: to be signed next · submit: both are signed · submitting: somebody pressed · filed, ended.
 */
export type PreparedPhase = 'ended' | 'filed' | 'changing' | 'copying' | 'checking' | 'lapsed' | 'unreadable' | 'appearance' | 'form' | 'submit' | 'submitting' | 'appeared'

/** What is under way: a press that the job has not come to, or a payment that is open. */
const isUnderWay = (stands: PackageFacts, filing: FilingFacts | null): boolean =>
  (stands.pressed_at !== null && stands.press_done_at === null) || (filing?.state != null && ['preparing', 'open', 'pending'].includes(filing.state))

const acceptedBy = ({ answers }: Pick<Prepared, 'answers'>, of: 'form' | 'appearance') =>
  answers.some((answer) => answer.of === of && answer.side === 'client' && answer.accepted)

export const hasSignedForm = ({ stands, filing }: Pick<Prepared, 'stands' | 'filing'>): boolean =>
  stands !== null && filing?.signed_sha256 != null && filing.signed_sha256 === stands.form_sha256

export function phaseOf(prepared: Prepared): PreparedPhase {
  const { its, stands, filing, files } = prepared
  if (its.ended_at) return 'ended'
  if (its.filed_at) return its.form === null ? 'appeared' : 'filed'
  if (!stands) return 'changing'
  const isAppearanceAlone = stands.form_sha256 === null
  if (!isAppearanceAlone && !stands.copied_at) return 'copying'
  if (!isAppearanceAlone && stands.copy === null) return 'lapsed'
  if (!acceptedBy(prepared, 'appearance')) return 'appearance'
  if (isAppearanceAlone) return 'appeared'
  if (files.refused > 0) return 'unreadable'
  if (files.waiting > 0) return 'checking'
  if (!hasSignedForm(prepared)) return 'form'
  return isUnderWay(stands, filing) ? 'submitting' : 'submit'
}
