import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEnough, mayTake, nextResetStep, type QuestionsStanding, type ResetFacts, resetSteps } from './reset-way.ts'

const both = [false, true]
const every: ResetFacts[] = (['off', 'none', 'asked'] as QuestionsStanding[]).flatMap((questions) =>
  both.flatMap((hasFactor) =>
    both.flatMap((hasPasskey) =>
      both.flatMap((factorGiven) =>
        both.flatMap((backupCodeGiven) =>
          both.map((answersGiven) => ({
            ...{ questions, hasFactor, hasPasskey, isReproofed: false },
            ...{ factorGiven, backupCodeGiven, answersGiven },
          })),
        ),
      ),
    ),
  ),
)
const possible = every.filter(
  ({ hasFactor, hasPasskey, factorGiven, questions, answersGiven }) =>
    (hasFactor || hasPasskey || !factorGiven) && (questions === 'asked' || !answersGiven),
)

test('answers alone are never enough, nor is any single thing where questions are asked', () => {
  for (const facts of possible) {
    const strong = Number(facts.factorGiven) + Number(facts.backupCodeGiven)
    if (strong === 0) assert.equal(isEnough(facts), false, JSON.stringify(facts))
    else if (facts.questions !== 'off') assert.equal(isEnough(facts), strong + Number(facts.answersGiven) >= 2, JSON.stringify(facts))
    else assert.equal(isEnough(facts), true)
  }
})

test('who has nothing besides the mailbox needs the backup code', () => {
  for (const facts of possible.filter(({ hasFactor, hasPasskey }) => !hasFactor && !hasPasskey))
    if (isEnough(facts)) assert.equal(facts.backupCodeGiven, true)
})

test('questions are asked only after a factor or the backup code, a new password only after enough', () => {
  for (const facts of possible) {
    if (mayTake('questions', facts)) assert.ok(facts.factorGiven || facts.backupCodeGiven)
    assert.equal(mayTake('new-password', facts), isEnough(facts))
  }
})

test('the next step can be taken; there is none only for who has no factor and no answers', () => {
  for (const facts of possible) {
    const next = nextResetStep(facts)
    if (next) assert.ok(mayTake(next, facts))
    else assert.deepEqual([facts.hasFactor, facts.hasPasskey, facts.questions, facts.backupCodeGiven], [false, false, 'none', true])
    if (!next) for (const step of resetSteps) assert.equal(mayTake(step, facts), false)
  }
})
