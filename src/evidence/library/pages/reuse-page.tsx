import { signedIn } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { type Field, right, wrong } from '../../../platform/http/field.ts'
import { page, records } from '../../../platform/http/page.ts'
import { isId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { beginUpload } from '../../begin-upload.ts'
import { type EvidenceParts, targetIn } from '../../pages/evidence-draft.ts'
import { backWith, noticeIn } from '../../pages/notice.ts'
import { recordReuse } from '../record-reuse.ts'
import { type Reused, reuseFiles } from '../reuse-files.ts'
import { isHere, type ReuseModel, reuseModel } from './reuse-model.ts'
import { reusePath } from './reuse-path.ts'
import { ReuseView } from './reuse-view.tsx'

/** The ids of what was chosen, each once; what is no id of ours is passed over. */
const chosenField: Field<readonly string[], ReuseModel> = {
  echo: true,
  parse(posted, name, model) {
    const { room, library } = model
    const chosen = [...new Set((posted.get(name) ?? []).filter(isId))]
    if (chosen.length === 0) return wrong(name, 'evidence.reuse.empty')
    const there = new Set(library.documents.filter(({ file }) => isHere(model, file)).map(({ file }) => file.id))
    return chosen.filter((id) => !there.has(id)).length > room ? wrong(name, 'evidence.reuse.too-many', { most: room }) : right(chosen)
  },
}

const leadsTo = ({ draft, asked }: Pick<ReuseModel, 'draft' | 'asked'>, { added, problem }: Reused): string => {
  if (!problem) return backWith(draft.id, added > 0 ? 'reused' : 'doubled')
  if (problem === 'draft-closed') return backWith(draft.id, problem)
  return reusePath(draft.id, asked.id, { outcome: problem, added: String(added) })
}

/** The page on which a person chooses documents of their library for one that a draft asks for. */
export const reusePage = (parts: EvidenceParts) =>
  page({
    path: paths.reuseDraftEvidence,
    access: signedIn,
    audit: records(beginUpload, recordReuse),
    load: reuseModel(parts),
    fields: { chosen: chosenField },
    toldApartBy: { name: 'document', shown: (model: ReuseModel) => model.asked.id },
    view: ({ t, model, form, context }) => {
      const notice = noticeIn(context.query)
      const problem = notice?.kind === 'problem' ? notice.problem : null
      const added = /^\d{1,2}$/.test(context.query.added ?? '') ? Number(context.query.added) : 0
      const shown = { t, model, form, agency: context.services.agency, csrfToken: context.csrfToken() }
      return { title: t('evidence.reuse.title'), body: <ReuseView {...shown} problem={problem} added={added} /> }
    },
    submit: {
      operation: reuseFiles,
      input: ({ chosen }, _context, { draft, asked }) => ({ target: targetIn(draft, asked), chosen }),
      shows: {},
      then: (reused, _context, model) => seeOther(leadsTo(model, reused)),
    },
  })
