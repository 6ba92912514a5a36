import { loadAgency } from '../agency/index.ts'
import type { Config } from '../config.ts'
import { dayHere, formFaults, type ScenarioPerson, scenariosOf } from '../filing/index.ts'
import { systemClock } from '../platform/clock.ts'

/** Prints the faults of every form of the pack; exit code 1 when there is one. */
export async function formsCheck(config: Config): Promise<number> {
  const agency = await loadAgency(config.agencyPack)
  const faults = formFaults(agency, dayHere(agency, systemClock.now()))
  console.log(faults.length === 0 ? 'Every form is sound.' : faults.join('\n'))
  return faults.length === 0 ? 0 : 1
}

/** Prints a form's scenario people; exit code 1 for a form that is not filed here. */
export async function formsScenarios(config: Config, form: string, options: { json?: boolean }): Promise<number> {
  const agency = await loadAgency(config.agencyPack)
  const people = scenariosOf(agency, form.toLowerCase(), dayHere(agency, systemClock.now()))
  if (!people) {
    console.error(`${form} is not a form that is filed here`)
    return 1
  }
  console.log(options.json ? JSON.stringify(people, null, 2) : people.map(inWords).join('\n'))
  return 0
}

const inWords = ({ name, pages, files }: ScenarioPerson) =>
  `${name}: ${pages.length} pages, ${Object.keys(files).length} files`
