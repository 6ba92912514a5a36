import type { Day, FormDefinition } from '../definition/definition.ts'
import { eligibilityStep } from './consequences.ts'

const waysMost = 20_000

/** Where all ways through an eligibility check end, and what is asked on them. `all`: they were few enough to be walked. */
export function eligibilityEnds(definition: FormDefinition, today: Day) {
  const given = new Set<string>()
  const asked = new Set<string>()
  let ways = 0
  const walk = (answers: Readonly<Record<string, string>>): void => {
    if (ways >= waysMost) return
    const step = eligibilityStep(definition, answers, today)
    if ('outcome' in step) {
      ways += 1
      given.add(step.id)
      return
    }
    asked.add(step.ask)
    for (const option of step.options) walk({ ...answers, [step.ask]: option })
  }
  walk({})
  return { given, asked, all: ways < waysMost }
}
