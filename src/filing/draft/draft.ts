import type { AgencyPack } from '../../agency/index.ts'
import type { KeptBy } from '../../platform/typing/kept-by.ts'
import type { Answers, Day, FormDefinition } from '../definition/definition.ts'
import type { FieldValues } from '../definition/kind.ts'
import { asPrepared } from '../definition/prepared.ts'
import { definitionOf } from '../catalogue/forms.ts'
import type { OfferedAnswers, Origins } from './origin.ts'
import { type Replay, replay } from '../journey/replay.ts'
import { dayHere } from './day-here.ts'

/** What was typed on a page and not accepted yet, by page: shown again, never part of the form. */
export type Typed = { readonly [pageId: string]: FieldValues }

/** A form that a person is filling in. `answers` and `typed` are sealed at rest. */
export type Draft = {
  readonly id: string
  readonly account: string
  /** Lower case: `i-90`. */
  readonly form: string
  readonly edition: Day
  /** The language it was started in. */
  readonly language: string
  readonly answers: Answers
  readonly typed: Typed
  /** What the person asked to be filled in: shown where nothing is saved yet, never part of the form before it is. */
  readonly offered: OfferedAnswers
  readonly origins: Origins
  /** By which open page what is typed was kept last, by place (`platform/typing/kept-by.ts`). */
  readonly keptBy: KeptBy
  /** Counts the changes, from 1. */
  readonly version: number
  readonly startedAt: Temporal.Instant
  readonly workedOnAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  /** Set once it was submitted: from then on nothing in it changes. */
  readonly submission: string | null
  /** `working`: a representative fills it in for a client; `copy`: what a client reads, signs and files, made of one; null: a person's own. */
  readonly prepared: 'working' | 'copy' | null
  /** Of a working draft: the name of the client, as it was when it was begun. */
  readonly preparedFor: string | null
  /** Of a copy: the account of the representative who is on the case that it becomes. */
  readonly preparedBy: string | null
  /** While it is set, nothing in the draft changes. */
  readonly frozenAt: Temporal.Instant | null
}

/** When a draft that is worked on now ends, unless it is worked on again. */
export const expiryOf = (agency: AgencyPack, now: Temporal.Instant): Temporal.Instant =>
  now.add({ hours: 24 * agency.drafts.days })

/** The form that a draft is on. One that is prepared for a client does not ask what the client answers by accepting it. */
export function definitionOfDraft(agency: AgencyPack, { form, edition, prepared }: Pick<Draft, 'form' | 'edition' | 'prepared'>): FormDefinition {
  const definition = definitionOf(agency, form, edition)
  return prepared === null ? definition : asPrepared(definition)
}

/** What a draft's answers come to on the day of `now` where the agency is. */
export const replayOf = (agency: AgencyPack, draft: Draft, now: Temporal.Instant): Replay =>
  replay(definitionOfDraft(agency, draft), draft.answers, dayHere(agency, now))
