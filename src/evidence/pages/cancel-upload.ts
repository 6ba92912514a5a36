import { signedIn } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { cancelUpload } from '../resumable/cancel-upload.ts'
import { backWith } from './notice.ts'

/** The button beside an upload that is half-way; one that is not there any more is cancelled already. */
export const cancelUploadAction = action({
  path: paths.cancelDraftUpload,
  access: signedIn,
  audit: records(cancelUpload),
  submit: {
    operation: cancelUpload,
    input: (_values, { params }) => ({ draft: params.draft, upload: params.upload }),
    shows: {
      'no-such-upload': ({ params }) => seeOther(paths.draftEvidence({ draft: params.draft })),
      'not-allowed': () => notFound,
      'too-many-attempts': () => notFound,
    },
    then: (_output, { params }) => seeOther(backWith(params.draft, 'cancelled')),
  },
  back: ({ params }) => seeOther(paths.draftEvidence({ draft: params.draft })),
})
