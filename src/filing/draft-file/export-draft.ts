import { type Doer, hasRecentProof } from '../../accounts/index.ts'
import { fileAnswer, overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type Result } from '../../platform/operation.ts'
import { definitionOf } from '../catalogue/forms.ts'
import { dayHere } from '../draft/day-here.ts'
import { readDraft } from '../draft/lock-draft.ts'
import { mayFillIn } from '../draft/start-draft.ts'
import { contentBytes, type FileContent } from './content.ts'
import { newHeader, sealFile } from './envelope.ts'
import { answersForFile } from './file-answers.ts'

/** Seconds after which a person turned away by a full line for hashing may try again. */
export const busySeconds = 2

/** Lets a draft's answers out to their person, recorded before a byte of them leaves. Nothing in the draft changes. */
export const takeDraftOut = operation({
  name: 'filing.export-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  limits: [{ name: 'filing.export-draft', most: 10, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['draft-not-open', 'proof-needed'],
  async run(context, { draft: id }): Promise<FileContent | { refused: 'draft-not-open' | 'proof-needed' }> {
    const { services, now, actor, refuse, audit } = context
    const draft = await readDraft(context, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    audit({ subject: id, account: actor.id as string, detail: { form: draft.form, edition: draft.edition } })
    if (!(await hasRecentProof(context))) return refuse('proof-needed')
    const { form, edition } = draft
    const answers = answersForFile(definitionOf(services.agency, form, edition), draft.answers)
    return { form, edition, savedAt: now.toString(), answers }
  },
})

type ToExport = { readonly draft: string; readonly passphrase: string }
type Refusal = (typeof takeDraftOut.refusals)[number]

/** Makes the file: a place in the line for hashing first, so that who is turned away has used up nothing. */
export const exportDraft = procedure({
  refusals: takeDraftOut.refusals,
  async call(by: Doer, { draft, passphrase }: ToExport) {
    const { passwords, agency, clock } = by.services
    const place = passwords.admit()
    if ('overloaded' in place) return overloaded(busySeconds)
    try {
      const taken: Result<FileContent, Refusal> = await by.perform(takeDraftOut, { draft })
      if (!taken.ok) return taken
      const header = newHeader()
      const key = await passwords.deriveFileKey(passphrase, header, place)
      return fileAnswer({
        body: sealFile(header, key, contentBytes(taken.output)),
        contentType: 'application/octet-stream',
        // Neither who it is of nor which form it is: whoever finds the file should learn nothing from its name.
        fileName: `portolan-${dayHere(agency, clock.now())}.draft`,
      })
    } finally {
      place.leave()
    }
  },
})
