import { type Answer, isAnswer, notFound, seeOther } from '../../../platform/http/answer.ts'
import type { Context } from '../../../platform/http/page.ts'
import type { EvidenceModel } from '../../pages/evidence-model.ts'
import type { EvidenceDraft, EvidenceParts, UsedDrafts } from '../../pages/evidence-draft.ts'
import { ownTray, ownTrays } from '../own-tray.ts'
import type { Tray } from '../tray.ts'

/** A tray as the pages of a draft's files know one: nothing in it is required. */
export const trayAsDraft = (tray: Tray): EvidenceDraft => ({
  id: tray.id,
  account: tray.account,
  form: '',
  documents: tray.documents.map((id) => ({ id, required: false, filesMax: tray.filesMost })),
  tray,
})

const used = (tray: Tray): [string, NonNullable<ReturnType<UsedDrafts['get']>>] => [
  tray.id,
  { form: '', submission: tray.submittedAt ? tray.id : null, receiptNumber: null, receivedOn: null, tray },
]

/** What is no draft may be a tray of the person's own: their files come in, are looked at and go in the same ways. */
export const withTrays = (parts: EvidenceParts): EvidenceParts => ({
  ...parts,
  async draftOf(context, id) {
    const draft = await parts.draftOf(context, id)
    if (draft) return draft
    const found = await context.read(ownTray, id)
    return found?.isOpen ? trayAsDraft(found.tray) : null
  },
  async usedDraftsOf(context, ids) {
    const drafts = await parts.usedDraftsOf(context, ids)
    const rest = ids.filter((id) => !drafts.has(id))
    const trays = rest.length > 0 ? ((await context.read(ownTrays, rest)) ?? []) : []
    return new Map([...drafts, ...trays.map(used)])
  },
})

type TrayContext = Context<{ draft: string }>

/** A tray has no page here: whatever leads to the documents of a draft leads to its own page, with what happened. */
export const toTrayPage =
  (load: (context: TrayContext) => Promise<EvidenceModel | Answer>) =>
  async (context: TrayContext): Promise<EvidenceModel | Answer> => {
    const model = await load(context)
    const isGone = isAnswer(model)
    const tray = isGone ? (await context.read(ownTray, context.params.draft))?.tray : model.draft.tray
    if (!tray) return isGone ? notFound : model
    const query = new URLSearchParams(context.query)
    return seeOther(query.size > 0 ? `${tray.page}?${query}` : tray.page)
  }
