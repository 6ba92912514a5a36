import { FormPage, needsRecentProof, signedIn, withNext } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, right, textField } from '../../platform/http/field.ts'
import { type Context, endpoint, page, procedure, records, recordsNothing } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { findPreparationOfSubmission } from './press-store.ts'
import { pressSubmit } from './press-submit.ts'
import { isPressed, submitState, type SubmitState } from './submit-state.ts'
import { SubmitView } from './submit-view.tsx'

type AtPreparation = { preparation: string }

/** A client whose form costs something pays as for any form of theirs. */
async function openState(context: Context<AtPreparation>): Promise<SubmitState | Answer> {
  const state = await context.read(submitState, context.params)
  if (!state) return notFound
  const { side, phase, copy, priceCents } = state
  return side === 'client' && phase === 'to-submit' && copy && priceCents > 0 ? seeOther(paths.draftPay({ draft: copy })) : state
}

const shownCents: Field<number> = {
  echo: true,
  parse: (posted, name) => right(/^\d{1,9}$/.test(postedText(posted, name)) ? Number(postedText(posted, name)) : -1),
}

const lookEveryMilliseconds = 100
const looksMost = 20

/** Keeps the press, then waits a little for the job that carries it out. */
const pressAndWait = procedure({
  refusals: pressSubmit.refusals,
  async call(context: Context, input: Parameters<typeof pressSubmit.run>[1]) {
    const pressed = await context.perform(pressSubmit, input)
    const pause = context.services.pauseFor ?? ((milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)))
    for (let look = 0; pressed.ok && look < looksMost && isPressed(await context.read(submitState, input)); look++) await pause(lookEveryMilliseconds)
    return pressed
  },
})

/** **Pay and submit**, by the representative, or the client's **Submit** where nothing is to be paid. */
export const submitPreparedPage = page({
  path: paths.submitPrepared,
  access: needsRecentProof,
  audit: records(pressSubmit),
  load: openState,
  fields: { shown: textField({ empty: 'filing.sign.changed', most: 64 }), shownCents },
  leavesTo: ({ pay }) => [pay.pageOrigin],
  view: ({ t, model, form, context }) => ({
    title: t('prepared.submit.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.submit.title')}>
        <SubmitView t={t} model={model} context={context} />
      </FormPage>
    ),
    ...(model.phase === 'pressed' || model.phase === 'paying' ? { refreshSeconds: 4 } : {}),
  }),
  submit: {
    operation: pressAndWait,
    input: (values, { params, t }) => ({ ...params, ...values, language: t.language }),
    shows: {
      'not-standing': { at: '', key: 'prepared.submit.not-standing' },
      'not-signed': { at: '', key: 'prepared.submit.not-signed' },
      'practice-lacking': { at: '', key: 'prepared.submit.practice-lacking' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
    },
    then: (_pressed, { params }) => seeOther(paths.leaveToPayPrepared(params)),
  },
})

/** Leads on to the provider's page while there is something to pay there, else back to how things stand. */
export const leaveToPayPreparedEndpoint = endpoint({
  path: paths.leaveToPayPrepared,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('leads on to the page of the payment provider'),
  async run({ read, params }) {
    const state = await read(submitState, params)
    if (!state) return notFound
    return seeOther(state.url ?? paths.submitPrepared(params))
  },
})

const preparationOfSubmission = query({
  name: 'preparation.of-submission',
  allow: (actor, _input: { submission: string }) => actor.kind === 'account',
  run: async ({ tx }, { submission }) => (isId(submission) ? findPreparationOfSubmission(tx, submission) : null),
})

/** Where a representative comes back to from the provider's page, which knows the submission alone. */
export const preparedSubmissionEndpoint = endpoint({
  path: paths.preparedSubmission,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('it only leads to the page of what is prepared'),
  async run({ read, params }) {
    const preparation = await read(preparationOfSubmission, params)
    return preparation ? seeOther(paths.submitPrepared({ preparation })) : notFound
  },
})
