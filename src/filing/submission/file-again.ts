import { applicant } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records } from '../../platform/http/page.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { editionsAfter, newestEdition } from '../catalogue/forms.ts'
import { type Draft, expiryOf } from '../draft/draft.ts'
import { insertDraft } from '../draft/draft-store.ts'
import { readDraft } from '../draft/lock-draft.ts'
import { originsFromFile } from '../draft/origin.ts'
import { sealAnswers, sealOrigins } from '../draft/sealed-draft.ts'
import { mayFile, startLimit } from '../draft/start-draft.ts'
import { moveThrough } from '../journey/move-answers.ts'
import { findLastPayment } from '../payment/payment-store.ts'
import { findSubmission } from './submission-store.ts'

type Again = { readonly submission: string; readonly language: string }

/** The draft of a filing whose payment a bank sent back, with the answers it was filed with; null for any other. */
async function filedBefore(context: OperationContext, submission: string): Promise<Draft | null> {
  const row = isId(submission) ? await findSubmission(context.tx, submission) : undefined
  if (!row?.received_at || !accountsOf(context.actor).includes(row.account)) return null
  const payment = await findLastPayment(context.tx, submission)
  return payment?.state === 'returned' ? ((await readDraft(context, row.draft)) ?? null) : null
}

/** The answers in the newest edition, as a new draft; pressed again, the same one as long as it is open. */
async function begin(context: OperationContext, before: Draft, { submission, language }: Again): Promise<string> {
  const { tx, actor, now, services } = context
  const { agency, keys } = services
  const moved = moveThrough(editionsAfter(agency, before.form, before.edition), before.answers)
  const account = actor.id as string
  const insert = (startKey: string) => {
    const draft = { id: newId(), account }
    return insertDraft(tx, {
      ...draft,
      start_key: startKey,
      form: before.form,
      edition: Temporal.PlainDate.from(newestEdition(agency, before.form) ?? before.edition),
      language,
      answers_sealed: sealAnswers(keys, draft, moved.answers),
      origins_sealed: sealOrigins(keys, draft, originsFromFile(moved.answers, moved.lookAgain, { by: account, at: now })),
      started_at: now,
      worked_on_at: now,
      expires_at: expiryOf(agency, now),
    })
  }
  const { id } = await insert(`again:${submission}`)
  const open = await readDraft(context, id)
  return open && !open.submission ? id : (await insert(`again:${newId()}`)).id
}

/** Begins the same form anew with the answers of a filing that was rejected because its payment came back. */
export const fileAgain = operation({
  name: 'filing.file-again',
  allow: (actor, _input: Again) => mayFile(actor),
  limits: [startLimit],
  refusals: ['not-to-file-again', 'form-not-filed-here'],
  async run(context, again): Promise<{ draft: string } | { refused: 'not-to-file-again' | 'form-not-filed-here' }> {
    const { actor, services, refuse, audit } = context
    const before = await filedBefore(context, again.submission)
    if (!before) return refuse('not-to-file-again')
    if (newestEdition(services.agency, before.form) === undefined) return refuse('form-not-filed-here')
    const draft = await begin(context, before, again)
    audit({ subject: draft, account: actor.id as string, detail: { submission: again.submission, form: before.form } })
    return { draft }
  },
})

const toSubmission = ({ params }: { params: { submission: string } }) => seeOther(paths.submission(params))

/** **File again with these answers**, on the page of a filing whose payment came back. */
export const fileAgainAction = action({
  path: paths.fileAgain,
  access: applicant,
  audit: records(fileAgain),
  back: toSubmission,
  submit: {
    operation: fileAgain,
    input: (_values, { params, t }) => ({ submission: params.submission, language: t.language }),
    shows: {
      'not-to-file-again': () => notFound,
      'form-not-filed-here': toSubmission,
      'not-allowed': toSubmission,
      'too-many-attempts': toSubmission,
    },
    then: ({ draft }) => seeOther(paths.draft({ draft })),
  },
})
