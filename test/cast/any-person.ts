import assert from 'node:assert/strict'
import type { Answer, Answers, Day, Entry, FormDefinition, ListQuestion, Page, Question } from '../../src/filing/definition/definition.ts'
import { holds } from '../../src/filing/definition/holds.ts'
import { partsOf } from '../../src/filing/definition/entry-pages.ts'
import { listOn } from '../../src/filing/definition/layout.ts'
import { acceptEntry, entriesOf, withEntry } from '../../src/filing/journey/accept-entry.ts'
import { acceptPage, type PageError } from '../../src/filing/journey/accept-page.ts'
import { entryParts } from '../../src/filing/journey/entry-parts.ts'
import { replay, type Replay } from '../../src/filing/journey/replay.ts'
import { anyAnswer, type Dice, postOf } from './any-answers.ts'

/** How a walk ended: at the review, or at a page where no answers were found that its rules take. */
export type Walked = { readonly answers: Answers; readonly replayed: Replay; readonly blockedBy: readonly string[] }

const triesMost = 25

/** Valid answers to questions, each asked or not by those before it, as a page would post them. */
function anyFields(questions: readonly Question[], counting: Answers, dice: Dice, today: Day): Record<string, unknown> {
  const answers: Record<string, Answer | null> = { ...counting }
  const fields: Record<string, unknown> = {}
  for (const question of questions) {
    if (question.kind === 'list' || !holds(question.when, { answers, today })) continue
    const answer = anyAnswer(question, dice, { today, answers })
    if (answer === undefined) continue
    answers[question.id] = answer
    Object.assign(fields, postOf(question, answer))
  }
  return fields
}

/** The rules that refused a post. A field that is refused by its own kind was a valid answer: that is a fault. */
function rulesIn(where: string, errors: readonly PageError[]): readonly string[] {
  return errors.map((error) => {
    if ('ruleId' in error) return error.ruleId
    // Bounds that hang on other answers may leave no day; everything else that was made is valid.
    assert.match(error.key, /day-too|day-in-future|needed-date/, `${where}: ${error.field} was refused: ${error.key}`)
    return error.key
  })
}

type Around = { readonly definition: FormDefinition; readonly dice: Dice; readonly today: Day }

const countingOf = ({ submitted, derived }: Replay): Answers => ({ ...submitted, ...derived })

function addEntries({ definition, dice, today }: Around, answers: Answers, page: Page, list: ListQuestion): Answers {
  let filled = answers
  const wanted = dice.whole(list.least ?? 0, Math.min(list.most, Math.max(list.least ?? 0, 2)))
  for (let tries = 0; tries < triesMost && entriesOf(filled, list).length < wanted; tries += 1) {
    filled = addEntry({ definition, dice, today }, filled, { pageId: page.id, entryId: `entry-${tries}` }, list) ?? filled
  }
  return filled
}

/** Adds an entry, page after page of it, or nothing when its rules take none of the answers. */
function addEntry({ definition, dice, today }: Around, answers: Answers, at: { pageId: string; entryId: string }, list: ListQuestion): Answers | undefined {
  let filled = answers
  for (let turn = 0; turn <= partsOf(list).length; turn += 1) {
    const replayed = replay(definition, filled, today)
    const known = entriesOf(filled, list).find(({ id }) => id === at.entryId)
    const part = entryParts(replayed, list, known).find(({ state }) => state === 'now')
    if (!part) return filled
    const own = replayed.pages.flatMap(({ entries }) => entries).find(({ id }) => id === at.entryId)?.submitted
    const fields = anyFields(part.questions, { ...countingOf(replayed), ...own }, dice, today)
    const read = acceptEntry(definition, filled, { ...at, part: part.id }, fields, today)
    if (!read.ok) {
      rulesIn(at.pageId, read.errors)
      return undefined
    }
    const entry: Entry = { id: at.entryId, answers: read.answers }
    filled = { ...filled, [list.id]: withEntry(entriesOf(filled, list), entry) }
  }
  return undefined
}

/** Fills one page with valid answers; says which rules stood against every try. */
function fillPage(around: Around, answers: Answers, page: Page): { answers: Answers; blockedBy: readonly string[] } {
  const { definition, dice, today } = around
  const list = listOn(page)
  const blockedBy = new Set<string>()
  for (let tries = 0; tries < triesMost; tries += 1) {
    const filled = list ? addEntries(around, { ...answers, [list.id]: [] }, page, list) : answers
    const counting = countingOf(replay(definition, filled, today))
    const accepted = acceptPage(definition, filled, page.id, anyFields(page.questions, counting, dice, today), today)
    if (accepted.ok) return { answers: accepted.answers, blockedBy: [] }
    assert.ok(accepted.reached, `${page.id} is the page to do and is not reached`)
    for (const rule of rulesIn(page.id, accepted.errors)) blockedBy.add(rule)
  }
  return { answers, blockedBy: [...blockedBy] }
}

/** Walks a form from nothing with valid answers, page after page as it asks for them. */
export function anyPerson(definition: FormDefinition, dice: Dice, today: Day): Walked {
  const around = { definition, dice, today }
  let answers: Answers = {}
  const pages = definition.parts.flatMap((part): readonly Page[] => part.pages)
  for (let turn = 0; turn < pages.length * 3; turn += 1) {
    const replayed = replay(definition, answers, today)
    const page = pages.find(({ id }) => id === replayed.firstUndone)
    if (!page) return { answers, replayed, blockedBy: [] }
    const filled = fillPage(around, answers, page)
    if (filled.blockedBy.length > 0) return { answers, replayed, blockedBy: filled.blockedBy }
    answers = filled.answers
  }
  assert.fail(`${definition.form}: the pages never come to an end`)
}

/** A draft that nobody filled page by page: any answer to any question, some missing, whatever they say together. */
export function anyDraft(definition: FormDefinition, dice: Dice, today: Day): Answers {
  const answers: Record<string, Answer | null> = {}
  const fill = (questions: readonly Question[], into: Record<string, Answer | null>) => {
    for (const question of questions) {
      if (dice.chance(0.03)) continue
      if (question.kind === 'list') into[question.id] = Array.from({ length: dice.whole(0, 2) }, (_, index) => anyEntry(question, index))
      else into[question.id] = anyAnswer(question, dice, { today, answers: into }) ?? null
    }
  }
  const anyEntry = ({ questions }: ListQuestion, index: number): Entry => {
    const own: Record<string, Answer | null> = {}
    fill(questions, own)
    return { id: `entry-${index}`, answers: own, ...(dice.chance(0.2) ? { removed: true as const } : {}) }
  }
  for (const part of definition.parts) for (const page of part.pages) fill(page.questions, answers)
  return answers
}
