import type { AgencyPack } from '../../agency/index.ts'
import type { Day, FormDefinition } from '../definition/definition.ts'
import { faultsIn } from '../journey/faults.ts'
import { type FilledPage, scenarioFiles, scenarioPages } from '../journey/scenario-pages.ts'
import { definitionOf, newestEdition, textsOfEdition } from './forms.ts'

/** Every edition of every form that the pack defines. */
const published = (agency: AgencyPack): readonly FormDefinition[] =>
  [...agency.definitions.values()].flatMap((editions) => [...editions.values()] as FormDefinition[])

/** What is wrong with the pack's forms, as sentences, each in front the form and edition; none for sound ones. */
export function formFaults(agency: AgencyPack, today: Day): string[] {
  const feeCodes = new Set(agency.fees.map(({ code }) => code))
  return published(agency).flatMap((definition) =>
    agency.languages.flatMap((language) =>
      faultsIn(definition, textsOfEdition(agency, language, definition.form, definition.edition), { today, feeCodes }).map(
        (fault) => `${definition.form} ${definition.edition}, ${language}: ${fault}`,
      ),
    ),
  )
}

/** A described person for acceptance scripts: pages to fill by the words on them, and the files they bring. */
export type ScenarioPerson = {
  readonly name: string
  readonly pages: readonly FilledPage[]
  readonly files: { readonly [label: string]: string }
}

/** The scenario people of a form's newest edition, in English; undefined for a form that is not filed here. */
export function scenariosOf(agency: AgencyPack, form: string, today: Day): readonly ScenarioPerson[] | undefined {
  const edition = newestEdition(agency, form)
  if (!edition) return undefined
  const definition = definitionOf(agency, form, edition)
  const texts = agency.textsOf('en', form)
  return definition.scenarios.map((scenario) => ({
    name: scenario.name,
    pages: scenarioPages(definition, texts, scenario, today),
    files: scenarioFiles(texts, scenario),
  }))
}
