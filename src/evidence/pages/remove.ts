import { signedIn } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { removeFile } from '../remove-file.ts'
import { backWith } from './notice.ts'

/** The button beside each file. */
export const removeAction = action({
  path: paths.removeDraftEvidence,
  access: signedIn,
  audit: records(removeFile),
  submit: {
    operation: removeFile,
    input: (_values, { params }) => ({ draft: params.draft, file: params.file }),
    shows: {
      'no-such-file': () => notFound,
      'draft-closed': ({ params }) => seeOther(backWith(params.draft, 'draft-closed')),
      'not-allowed': () => notFound,
      'too-many-attempts': () => notFound,
    },
    then: ({ withTranslation }, { params }) => seeOther(backWith(params.draft, withTranslation ? 'removed-both' : 'removed')),
  },
  back: ({ params }) => seeOther(paths.draftEvidence({ draft: params.draft })),
})
