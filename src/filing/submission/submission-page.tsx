import { applicantOrRepresentative } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { formWords } from '../catalogue/forms.ts'
import { waitWhile } from '../payment/wait-for-payment.ts'
import { isLate, refreshSeconds } from './pace.ts'
import { ReceivedView } from './received-view.tsx'
import { phaseOf, type Phase } from './phase.ts'
import { type Standing, submissionFor } from './submission-for.ts'
import { SentBackView } from './sent-back-view.tsx'
import { WaitingView } from './waiting-view.tsx'

type SubmissionContext = Context<{ submission: string }>

/** Back from the provider, the news of it is on its way: the page gives it two seconds before it says so. */
async function standingOf(context: SubmissionContext): Promise<Standing | null> {
  const { submission } = context.params
  const { back } = context.query
  if (back === undefined) return context.read(submissionFor, { submission })
  const isWaiting = (phase: Phase) => phase === 'confirming' || phase === 'left'
  return waitWhile(context, submission, (standing) => isWaiting(phaseOf(standing, back)))
}

export const submissionPage = page({
  path: paths.submission,
  access: applicantOrRepresentative,
  audit: recordsNothing('a person looks at their own submission'),
  load: async (context) => {
    const standing = await standingOf(context)
    // Who prepared it comes back from the provider's page too: how it stands is read where it was prepared.
    if (!standing) return context.actor.roles.includes('representative') ? seeOther(paths.preparedSubmission(context.params)) : notFound
    const phase = phaseOf(standing, context.query.back)
    const { agency, clock } = context.services
    return { standing, phase, isLate: isLate(phase, standing, clock.now()), agency, words: formWords(agency, context.t, standing.form) }
  },
  view: ({ t, model, context }) => {
    const { phase } = model
    const title = t(`filing.submission.title.${phase}` as MessageKey)
    const seconds = refreshSeconds(phase, model.standing, context.services.clock.now())
    return {
      title,
      body:
        phase === 'received' ? (
          <ReceivedView title={title} model={model} />
        ) : phase === 'sent-back' ? (
          <SentBackView title={title} model={model} csrfToken={context.csrfToken()} />
        ) : (
          <WaitingView title={title} model={model} />
        ),
      ...(seconds ? { refreshSeconds: seconds } : {}),
    }
  },
})
