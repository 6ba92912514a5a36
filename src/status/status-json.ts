import type { AgencyPack } from '../agency/index.ts'
import { formTitle, type PublicStatus, statusTitle, statusWords } from '../cases/index.ts'
import { type Answer, json } from '../platform/http/answer.ts'
import { endpoint, recordsNothing, type Route } from '../platform/http/page.ts'
import { anyone } from '../platform/http/visit.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { type LookedUp, lookUp } from './look-up.ts'
import type { LookUpWindow } from './look-up-window.ts'
import { errorKeyOf } from './status-view.tsx'

/** `/case-status.json?receiptNumber=`: the same as the page. Days are `YYYY-MM-DD`, the history newest first. */
export const statusJson = (window: LookUpWindow): Route =>
  endpoint({
    path: paths.caseStatusJson,
    method: 'GET',
    access: anyone,
    audit: recordsNothing('Looking up a public status changes nothing and is open to anyone'),
    run: async (context) => answerOf(context.services.agency, context.t, await lookUp(context, window)),
  })

function answerOf(agency: AgencyPack, t: Text, found: LookedUp): Answer {
  if (found.is === 'found') return json(bodyOf(agency, t, found.status))
  if (found.is === 'none')
    return json({ error: 'not-found', message: `${t('status.none.title')}. ${t('status.none.body')}` }, 404)
  if (found.is === 'too-many') {
    const seconds = found.waitSeconds
    const body = { error: 'too-many-look-ups', message: t('platform.error.too-many.body', { seconds }) }
    return json(body, 429, { 'retry-after': String(seconds) })
  }
  const error = found.is === 'wrong' ? found.error : 'empty'
  return json({ error, message: t(errorKeyOf(error)) }, 422)
}

const bodyOf = (agency: AgencyPack, t: Text, status: PublicStatus) => ({
  receiptNumber: status.receiptNumber,
  form: status.form,
  formTitle: formTitle(agency, t, status.form),
  receivedOn: status.receivedOn.toString(),
  status: status.status,
  statusOn: status.statusOn.toString(),
  ...statusWords(agency, t, status),
  history: status.course.map((step) => ({
    on: step.on,
    status: step.status,
    title: statusTitle(agency, t, step.status),
  })),
  language: t.language,
})
