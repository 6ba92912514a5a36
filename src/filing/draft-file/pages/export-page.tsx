import { FormPage, needsRecentProof, ownAccount, withNext } from '../../../accounts/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import type { Answers } from '../../definition/definition.ts'
import { questionsOf } from '../../definition/layout.ts'
import { type OpenDraft, openDraft } from '../../pages/open-draft.ts'
import { exportDraft, takeDraftOut } from '../export-draft.ts'
import { passphraseAgainField, passphraseField, type PassphraseModel, passphraseRules } from '../passphrase.ts'
import { ExportForm, OnSharedComputer } from './export-view.tsx'

type Model = OpenDraft & PassphraseModel

/** Names that the draft holds: the first thing that somebody who knows the person would try. */
const namesIn = ({ draft: { answers }, replay }: OpenDraft): readonly string[] =>
  questionsOf(replay.definition)
    .filter(({ kind }) => kind === 'name')
    .map(({ id }) => (answers as Answers)[id])
    .filter((answer) => typeof answer === 'string')

async function draftToExport(context: Context<{ draft: string }>): Promise<Model | Answer> {
  const open = await openDraft(context)
  if (isAnswer(open)) return open
  const email = (await context.read(ownAccount, undefined))?.email ?? ''
  return { ...open, rules: passphraseRules(context.services.agency), own: [email, ...namesIn(open)] }
}

/** A copy of a draft for its person, as one file that a passphrase of theirs locks. */
export const exportDraftPage = page({
  path: paths.exportDraft,
  access: needsRecentProof,
  audit: records(takeDraftOut),
  load: draftToExport,
  fields: { passphrase: passphraseField, again: passphraseAgainField },
  view: ({ t, model, form, context }) => ({
    title: t('draft-file.export.title'),
    body: (
      <FormPage t={t} form={form} title={t('draft-file.export.title')}>
        <ExportForm t={t} model={model} form={form} csrfToken={context.csrfToken()} />
      </FormPage>
    ),
    aside: <OnSharedComputer t={t} />,
  }),
  submit: {
    operation: exportDraft,
    input: ({ passphrase }, { params }) => ({ draft: params.draft, passphrase }),
    shows: {
      'draft-not-open': () => notFound,
      'proof-needed': ({ params }) => seeOther(withNext(paths.signInAgain(), paths.exportDraft(params))),
      'not-allowed': () => notFound,
      'too-many-attempts': { at: '', key: 'draft-file.export.limit' },
    },
    then: (_output, { params }) => seeOther(paths.exportDraft(params)),
  },
})
