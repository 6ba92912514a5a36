import assert from 'node:assert/strict'
import { newestEdition } from '../../src/filing/catalogue/forms.ts'
import type { OfferedAnswers } from '../../src/filing/draft/origin.ts'
import { beginDraft, mayFillIn } from '../../src/filing/draft/start-draft.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newSecret } from '../../src/platform/ids.ts'
import { operation } from '../../src/platform/operation.ts'
import type { FilingGround } from './filing-ground.ts'

type Beginning = { readonly form?: string; readonly fillIn?: boolean; readonly offered?: OfferedAnswers }

/** Begins a working draft as the room of preparation does it, and nothing else of it. */
export const beginPrepared = operation({
  name: 'test.begin-prepared',
  allow: (actor, _input: Beginning) => mayFillIn(actor),
  refusals: [],
  async run(context, { form = 'i-90', fillIn = false, offered = {} }) {
    const edition = newestEdition(context.services.agency, form) ?? assert.fail('the form is filed here')
    const { id } = await beginDraft(context, { form, edition, language: 'en', startKey: newSecret(128), fillIn, offered, preparedFor: 'Maria Núñez' })
    return { draft: id }
  },
})

/** A draft that this representative fills in for Maria Núñez. */
export async function preparedDraft(ground: Pick<FilingGround, 'as'>, actor: Actor, beginning: Beginning = {}): Promise<{ draft: string; actor: Actor }> {
  const begun = await ground.as(actor).perform(beginPrepared, beginning)
  assert.ok(begun.ok)
  return { draft: begun.output.draft, actor }
}
