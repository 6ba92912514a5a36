import { type Answer, isAnswer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { newSecret } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { filer } from '../../pages/access.ts'
import { openDraftFile } from '../open-draft-file.ts'
import { startFromFile, tryDraftFile } from '../start-from-file.ts'
import { backWith, problemIn, startedAt } from './import-notice.ts'
import { AboutImport, ImportView } from './import-view.tsx'
import { postedFile } from './posted-file.ts'

/** Goes on with a draft that was kept as a file. */
export const importDraftPage = page({
  path: paths.importDraft,
  access: filer,
  audit: recordsNothing('a form that begins a draft'),
  view: ({ t, context }) => ({
    title: t('draft-file.import.title'),
    body: <ImportView t={t} problem={problemIn(context.query)} csrfToken={context.csrfToken()} startKey={newSecret(128)} />,
    aside: <AboutImport t={t} />,
  }),
})

/** Where the form posts its file. A problem leads back to the page: neither file nor passphrase could be shown again. */
export const importDraftEndpoint = endpoint({
  path: paths.importDraft,
  method: 'POST',
  access: filer,
  audit: records(tryDraftFile, startFromFile),
  rawBody: true,
  comesBackTo: () => backWith('signed-out'),
  tooLate: () => seeOther(backWith('signed-out')),
  async run(context, body): Promise<Answer> {
    if (!body.parts) return notFound
    const posted = await postedFile(body.parts)
    if (typeof posted === 'string') return seeOther(backWith(posted))
    const opened = await openDraftFile(context, { ...posted, language: context.t.language })
    if (isAnswer(opened)) return opened
    if ('started' in opened) return seeOther(startedAt(opened.started))
    return opened.refusal === 'not-allowed' ? notFound : seeOther(backWith(opened.refusal))
  },
})
