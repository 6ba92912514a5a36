import type { Day, FormDefinition } from '../definition/definition.ts'
import { replay } from '../journey/replay.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'

/** How many questions and pages the described people of a form see: the fewest, the one in the middle, and the most. */
export type FormSize = { readonly questions: Spread; readonly pages: Spread }

export type Spread = { readonly least: number; readonly middle: number; readonly most: number }

const measured = new WeakMap<FormDefinition, FormSize>()

/** Counted once a definition, from its described people; each entry of a list is a page of its own. */
export function sizeOf(definition: FormDefinition, today: Day): FormSize {
  const known = measured.get(definition)
  if (known) return known
  const seen = definition.scenarios.map((scenario) => {
    const needed = replay(definition, scenarioAnswers(definition, scenario), today).pages.filter(({ state }) => state !== 'not-needed')
    const entries = needed.flatMap((page) => page.entries)
    return {
      pages: needed.length + entries.length,
      questions: [...needed, ...entries].flatMap(({ asked }) => asked).filter(({ kind }) => kind !== 'list').length,
    }
  })
  const size = { questions: spreadOf(seen.map(({ questions }) => questions)), pages: spreadOf(seen.map(({ pages }) => pages)) }
  measured.set(definition, size)
  return size
}

function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((one, other) => one - other)
  const at = (place: number) => sorted[place] ?? 0
  return { least: at(0), middle: at(Math.floor((sorted.length - 1) / 2)), most: at(sorted.length - 1) }
}
