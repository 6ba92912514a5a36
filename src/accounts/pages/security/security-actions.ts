import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { choiceField, textField } from '../../../platform/http/field.ts'
import { action, type Context, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { signedIn } from '../../sessions/access.ts'
import { type IdleMinutes, idleMinutes } from '../../sessions/session.ts'
import { chooseSessionLength } from '../../visits/choose-session-length.ts'
import { endAllVisits, endOtherVisits, endOwnVisit } from '../../visits/end-visits.ts'

const toPage = (done?: string) => (): Answer => seeOther(done ? `${paths.security()}?done=${done}` : paths.security())

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A hidden field of ours: whatever is no id is a visit that nobody has. */
const visitField = textField({
  empty: 'platform.form.stale',
  check: (value) => (uuid.test(value) ? null : 'platform.form.stale'),
})

export const endVisitAction = action({
  path: paths.endVisit,
  access: signedIn,
  audit: records(endOwnVisit),
  fields: { visit: visitField },
  back: toPage(),
  submit: {
    operation: endOwnVisit,
    input: ({ visit }) => ({ visit }),
    shows: { 'no-such-visit': toPage('gone'), 'not-allowed': toPage(), 'too-many-attempts': toPage() },
    then: toPage('visit'),
  },
})

export const endOtherVisitsAction = action({
  path: paths.endOtherVisits,
  access: signedIn,
  audit: records(endOtherVisits),
  back: toPage(),
  submit: {
    operation: endOtherVisits,
    input: () => undefined,
    shows: { 'not-allowed': toPage(), 'too-many-attempts': toPage() },
    then: toPage('others'),
  },
})

export const endAllVisitsAction = action({
  path: paths.endAllVisits,
  access: signedIn,
  audit: records(endAllVisits),
  back: toPage(),
  submit: {
    operation: endAllVisits,
    input: () => undefined,
    shows: { 'not-allowed': toPage(), 'too-many-attempts': toPage() },
    then: (_output, context: Pick<Context, 'endSession'>) => {
      context.endSession()
      return seeOther(paths.signIn())
    },
  },
})

const choices = idleMinutes.map(String)

export const sessionLengthAction = action({
  path: paths.sessionLength,
  access: signedIn,
  audit: records(chooseSessionLength),
  fields: { minutes: choiceField(choices, { empty: 'security.length.empty' }) },
  back: toPage(),
  submit: {
    operation: chooseSessionLength,
    input: ({ minutes }) => ({ minutes: Number(minutes) as IdleMinutes }),
    shows: { 'session-ended': toPage(), 'not-allowed': toPage(), 'too-many-attempts': toPage() },
    then: toPage('length'),
  },
})
