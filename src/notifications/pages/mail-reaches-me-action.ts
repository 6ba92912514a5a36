import { signedIn } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { mailReachesMe } from '../mail-reaches-me.ts'

const done = () => seeOther(`${paths.notifications()}?reached=yes`)

/** **Emails reach me here**, from a page that says that they come back. */
export const mailReachesMeAction = action({
  path: paths.mailReachesMe,
  access: signedIn,
  audit: records(mailReachesMe),
  fields: {},
  submit: {
    operation: mailReachesMe,
    input: () => ({}),
    shows: { 'not-allowed': () => notFound, 'too-many-attempts': done },
    then: done,
  },
  back: () => seeOther(paths.notifications()),
})
