import type { AgencyPack } from '../../agency/index.ts'
import type { Limit } from '../../platform/attempts.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { definitionOf, editionsAfter, isTakenOn, newestEdition } from '../catalogue/forms.ts'
import type { Answers, Day, FormDefinition } from '../definition/definition.ts'
import { dayHere } from '../draft/day-here.ts'
import { expiryOf } from '../draft/draft.ts'
import { insertDraft } from '../draft/draft-store.ts'
import { originsFromFile } from '../draft/origin.ts'
import { sealAnswers, sealOrigins } from '../draft/sealed-draft.ts'
import { mayFile, startLimit } from '../draft/start-draft.ts'
import { moveThrough } from '../journey/move-answers.ts'
import type { FileContent } from './content.ts'
import { answersFromFile } from './file-answers.ts'

/** Counts a try at a file's passphrase before any work is spent on it. What comes of it is recorded by what follows. */
export const tryDraftFile = operation({
  name: 'filing.try-draft-file',
  allow: (actor, _input: undefined) => mayFile(actor),
  limits: [{ name: 'filing.try-draft-file', most: 10, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: [],
  run: async ({ recordedBefore }) => recordedBefore(),
})

export type ToStartFromFile = {
  /** Null: the file did not open with the passphrase. */
  readonly content: FileContent | null
  readonly startKey: string
  readonly language: string
}

/** How many answers of the file belong to no question of the form: they are left out. */
export type StartedFromFile = { readonly draft: string; readonly leftOut: number }

/** A file that did not open starts nothing and takes no place among a day's drafts. */
const limit: Limit<ToStartFromFile> = {
  ...startLimit,
  of: (subject) => (subject.input.content ? startLimit.of(subject) : null),
}

type InEdition = { readonly definition: FormDefinition; readonly later: readonly FormDefinition[] }
type NoEdition = 'form-not-filed-here' | 'edition-unknown' | 'edition-ended'

/** The edition of a file, and those its answers move through because it is no longer taken; or why it cannot be used. */
function editionFor(agency: AgencyPack, { form, edition }: FileContent, today: Day): InEdition | NoEdition {
  if (newestEdition(agency, form) === undefined) return 'form-not-filed-here'
  if (!agency.definitions.get(form)?.has(edition)) return 'edition-unknown'
  const definition = definitionOf(agency, form, edition)
  if (isTakenOn(definition, today)) return { definition, later: [] }
  const later = editionsAfter(agency, form, edition)
  const last = later.at(-1)
  return last && isTakenOn(last, today) ? { definition, later } : 'edition-ended'
}

type ForDraft = { readonly edition: Day; readonly answers: Answers; readonly lookAgain: readonly string[]; readonly leftOut: number }

/** What a question of the edition before is called in this one. */
const idIn = (id: string, { replaces }: FormDefinition): string =>
  Object.entries(replaces?.renamed ?? {}).find(([, before]) => before === id)?.[0] ?? id

/** What a draft would keep of a file: no answer that a page of its form could not have kept. */
function forDraft({ definition, later }: InEdition, content: FileContent): ForDraft {
  const { answers, notTaken, unknown } = answersFromFile(definition, content.answers, () => newSecret(128))
  const moved = moveThrough(later, answers)
  const { edition } = later.at(-1) ?? definition
  const again = notTaken.map((id) => later.reduce(idIn, id))
  return { edition, answers: moved.answers, lookAgain: [...new Set([...again, ...moved.lookAgain])], leftOut: unknown }
}

/** Begins a draft with the answers of a file. The same key again gives the same draft, as for a draft begun empty. */
export const startFromFile = operation({
  name: 'filing.start-from-file',
  allow: (actor, _input: ToStartFromFile) => mayFile(actor),
  limits: [limit],
  refusals: ['not-opened', 'form-not-filed-here', 'edition-unknown', 'edition-ended'],
  async run({ tx, actor, now, services: { agency, keys }, refuse, audit }, { content, startKey, language }) {
    const account = actor.id as string
    audit({ account })
    if (!content) return refuse('not-opened')
    const found = editionFor(agency, content, dayHere(agency, now))
    if (typeof found === 'string') return refuse(found)
    const { edition, answers, lookAgain, leftOut } = forDraft(found, content)
    const draft = { id: newId(), account }
    const { id, isNew } = await insertDraft(tx, {
      ...draft,
      start_key: startKey,
      form: content.form,
      edition: Temporal.PlainDate.from(edition),
      language,
      answers_sealed: sealAnswers(keys, draft, answers),
      origins_sealed: sealOrigins(keys, draft, originsFromFile(answers, lookAgain, { by: account, at: now })),
      started_at: now,
      worked_on_at: now,
      expires_at: expiryOf(agency, now),
    })
    const counts = { answers: Object.keys(answers).length, leftOut, lookAgain: lookAgain.length }
    audit({ subject: id, account, detail: { form: content.form, edition, fileEdition: content.edition, isNew, ...counts } })
    return { draft: id, leftOut } satisfies StartedFromFile
  },
})
