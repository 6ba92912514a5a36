import assert from 'node:assert/strict'
import type { Answers, Day, FormDefinition, Question } from '../../src/filing/definition/definition.ts'
import { holds } from '../../src/filing/definition/holds.ts'
import { kindOf } from '../../src/filing/definition/kinds/kinds.ts'
import { listOn } from '../../src/filing/definition/layout.ts'
import { acceptEntry } from '../../src/filing/journey/accept-entry.ts'
import { acceptPage } from '../../src/filing/journey/accept-page.ts'
import { canonicalDocument } from '../../src/filing/journey/canonical-document.ts'
import { entryParts } from '../../src/filing/journey/entry-parts.ts'
import { replay, type Replay, type ReplayedPage } from '../../src/filing/journey/replay.ts'
import { anyPost, type Dice } from './any-answers.ts'
import { anyDraft } from './any-person.ts'

/** What must be true of any set of answers to a form. Throws what is not. */
export function checkAnyAnswers(definition: FormDefinition, dice: Dice, today: Day): void {
  const answers = anyDraft(definition, dice, today)
  const replayed = replay(definition, answers, today)
  checkStates(replayed)
  if (replayed.complete) for (const page of replayed.pages) checkDone(page, replayed)
  for (const id of Object.keys(replayed.submitted)) {
    assert.ok(replayed.pages.some(({ asked }) => asked.some((question) => question.id === id)), `${id} counts and is not asked`)
  }
  const turned = Object.fromEntries(Object.entries(answers).toReversed())
  assert.equal(canonicalDocument(replay(definition, turned, today)), canonicalDocument(replayed))
  checkHostilePost(definition, answers, replayed, dice)
}

/** One page to do, those after it closed unless they are done, and nothing to do once the form is complete. */
function checkStates({ pages, complete, firstUndone }: Replay): void {
  const now = pages.filter(({ state }) => state === 'now')
  assert.ok(now.length <= 1)
  assert.equal(now[0]?.id, firstUndone)
  assert.equal(complete, pages.every(({ state }) => state === 'done' || state === 'not-needed'))
  for (const { state, reached } of pages) assert.equal(reached, state === 'done' || state === 'now')
}

/** Nothing invalid is taken for done: judged anew, question by question. */
function checkDone({ asked, entries, contradictions }: ReplayedPage, { submitted, derived, today }: Replay): void {
  assert.ok(!contradictions.some(({ rule }) => rule.level === 'error'))
  checkAnswers(asked, submitted, { ...submitted, ...derived }, today)
  for (const entry of entries) {
    checkAnswers(entry.asked, entry.submitted, { ...submitted, ...derived, ...entry.submitted }, today)
  }
}

function checkAnswers(asked: readonly Question[], submitted: Answers, all: Answers, today: Day): void {
  for (const question of asked) {
    assert.ok(holds(question.when, { answers: all, today }), `${question.id} is asked and its condition does not hold`)
    const answer = submitted[question.id]
    if (question.kind === 'list') continue
    if (answer === undefined || answer === null) {
      assert.ok(question.optional, `${question.id} is needed and missing`)
      continue
    }
    const kind = kindOf(question)
    assert.deepEqual(kind.parse(question, kind.posted(question, answer)), { ok: true, answer })
    assert.deepEqual(kind.check?.(question, answer, { today, answers: all }) ?? [], [])
  }
}

/** Whatever is posted to a page, it is refused at fields of that page, or kept in a way that is read as the same. */
function checkHostilePost(definition: FormDefinition, answers: Answers, replayed: Replay, dice: Dice): void {
  const { pages, today } = replayed
  const at = dice.one(pages)
  const list = listOn(at.page)
  const part = list && dice.one(entryParts(replayed, list, undefined).filter(({ reached }) => reached))
  const questions = part ? part.questions : at.page.questions
  const posted = anyPost(questions, dice)
  const read = list
    ? acceptEntry(definition, answers, { pageId: at.id, entryId: 'posted', part: part?.id }, posted, today)
    : acceptPage(definition, answers, at.id, posted, today)
  if (read.ok) checkOwn(questions, read.answers)
  else assert.equal(read.reached, at.reached)
  for (const { questionId } of read.ok ? [] : read.errors) {
    assert.ok([...questions, ...at.page.questions].some(({ id }) => id === questionId), `an error at ${questionId}, which is not on ${at.id}`)
  }
}

function checkOwn(questions: readonly Question[], answers: Answers): void {
  for (const question of questions) {
    const answer = answers[question.id]
    if (answer === undefined || answer === null) continue
    assert.deepEqual(kindOf(question).parse(question, kindOf(question).posted(question, answer)), { ok: true, answer })
  }
}
