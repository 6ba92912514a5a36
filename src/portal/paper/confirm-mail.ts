import { signedIn } from '../../accounts/index.ts'
import { confirmMailAddress } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'

/** **My address is right**, from a case whose mail came back. */
export const confirmMailAction = action({
  path: paths.confirmMail,
  access: signedIn,
  audit: records(confirmMailAddress),
  fields: {},
  submit: {
    operation: confirmMailAddress,
    input: (_fields, { params }) => ({ receiptNumber: params.receiptNumber }),
    shows: {
      'unknown-case': () => notFound,
      'protected-case': () => seeOther(paths.contactSupport()),
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => seeOther(paths.case(params)),
    },
    then: (_confirmed, { params }) => seeOther(paths.case(params)),
  },
  back: ({ params }) => seeOther(paths.case(params)),
})
