import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { definitionOf, type FormWords, formWords } from '../catalogue/forms.ts'
import { formMeasures } from '../catalogue/published-forms.ts'
import type { Day } from '../definition/definition.ts'
import { replay } from '../journey/replay.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { AllPages } from '../pages/all-pages.tsx'
import { DocumentsInWords, EligibilityInWords, FormInWords } from './around-the-pages.tsx'
import { PersonOutcome } from './person-outcome.tsx'
import { ChoosePerson, Contents, Facts, Faults } from './preview-top.tsx'

/** A form as its writer wants to see it. `person`: a described person whose answers stand in it. */
type PreviewOf = { readonly form: string; readonly edition: Day; readonly person?: string | undefined }
/** `faults`: of this form, as `formFaults` finds them; it takes a while, and is the same for everybody. */
type Props = PreviewOf & { agency: AgencyPack; t: Text; today: Day; faults: readonly string[] }

/** A text that is not written yet shows its key in the place where it will stand. */
function lenient(words: FormWords): FormWords {
  return { ...words, get: (key) => words.find(key) ?? `[${key}]` }
}

/**
 * One edition of a form for who writes it, filed here or not: how large it is, what is wrong with it, every page, and what
 * the answers of a described person come to.
 */
export function FormPreview({ agency, t, form, edition, person, today, faults }: Props) {
  const definition = definitionOf(agency, form, edition)
  const words = lenient(formWords(agency, t, form, edition))
  const scenario = definition.scenarios.find(({ name }) => name === person)
  const answers = scenario && scenarioAnswers(definition, scenario)
  const by = answers && { answers, replayed: replay(definition, answers, today) }
  const own = faults.filter((fault) => fault.startsWith(`${form} ${edition}`))
  const measure = formMeasures(agency, form).find((one) => one.edition === edition)
  const around = { words, definition }
  return (
    <div class="stack">
      <h1>{words.get('form.title')}</h1>
      <Facts t={t} agency={agency} measure={measure} />
      <Faults t={t} definition={definition} faults={own} />
      <ChoosePerson t={t} definition={definition} person={scenario?.name} />
      <Contents {...around} isFilled={by !== undefined} />
      {scenario && by ? <PersonOutcome agency={agency} words={words} replayed={by.replayed} scenario={scenario} /> : null}
      <FormInWords {...around} />
      <EligibilityInWords {...around} />
      <AllPages drawn={{ words, definition, by }} />
      <DocumentsInWords {...around} />
    </div>
  )
}
