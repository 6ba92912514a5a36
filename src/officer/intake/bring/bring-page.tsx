import { type Answer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { newSecret } from '../../../platform/ids.ts'
import { officePaths } from '../../../platform/paths.ts'
import { staffWho } from '../../sessions/access.ts'
import { bringFile } from './bring-file.ts'
import { backWith, problemIn } from './bring-notice.ts'
import { AboutBringing, BringView } from './bring-view.tsx'
import { postedFile } from './posted-file.ts'

/** `/intake/file`: a file of paper filings is chosen. */
export const bringFilePage = page({
  path: officePaths.bringFile,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('a form that brings a file'),
  view: ({ t, context }) => ({
    title: t('office-intake.bring.title'),
    body: <BringView t={t} problem={problemIn(context.query)} csrfToken={context.csrfToken()} startKey={newSecret(128)} />,
    aside: <AboutBringing t={t} />,
  }),
})

/** Where the form posts its file: it is sealed into the storage, and a job takes it in. */
export const bringFileEndpoint = endpoint({
  path: officePaths.bringFile,
  method: 'POST',
  access: staffWho('take-in-paper'),
  audit: records(bringFile),
  rawBody: true,
  comesBackTo: () => officePaths.bringFile(),
  tooLate: () => seeOther(backWith('signed-out')),
  async run({ services, perform }, { parts }): Promise<Answer> {
    if (!parts) return notFound
    const posted = await postedFile(services, parts)
    if (typeof posted === 'string') return seeOther(backWith(posted))
    const brought = await perform(bringFile, posted)
    if (!brought.ok || !brought.output.isNew) await services.storage.delete(posted.storageKey)
    return brought.ok ? seeOther(officePaths.intakeOf({ intake: brought.output.intake })) : notFound
  },
})
