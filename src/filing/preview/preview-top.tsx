import type { AgencyPack } from '../../agency/index.ts'
import { languageName, type Text } from '../../platform/i18n/text.ts'
import { Alert, Button, Select } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { FormMeasure } from '../catalogue/published-forms.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { placeOf } from './fault-place.ts'

/** The edition, its size, and the languages of the pack. */
export function Facts({ t, agency, measure }: { t: Text; agency: AgencyPack; measure: FormMeasure | undefined }) {
  if (!measure) return null
  const { questions, pages, rules, evidence, people, edition } = measure
  const languages = agency.languages.map((language) => languageName(t, language)).join(', ')
  return (
    <>
      <p class="lead">{t('filing.preview.facts', { edition, questions, pages, rules, evidence, people })}</p>
      <p class="muted">{t('filing.preview.languages', { language: languageName(t, t.language), languages })}</p>
    </>
  )
}

/** Each fault, leading to what it is about where that stands on the page. */
export function Faults({ t, definition, faults }: { t: Text; definition: FormDefinition; faults: readonly string[] }) {
  if (faults.length === 0) return <Alert kind="good">{t('filing.preview.sound')}</Alert>
  const line = (fault: string) => {
    const place = placeOf(definition, fault)
    return <li key={fault}>{place ? <a href={place}>{fault}</a> : fault}</li>
  }
  return (
    <Alert kind="warn" title={t('filing.preview.faults', { count: faults.length })}>
      <ul>{faults.map(line)}</ul>
    </Alert>
  )
}

export function ChoosePerson({ t, definition, person }: { t: Text; definition: FormDefinition; person: string | undefined }) {
  const options = definition.scenarios.map(({ name }) => ({ value: name, label: name }))
  if (options.length === 0) return null
  return (
    <form class="form" method="get" action="/">
      <Select name="person" label={t('filing.preview.person')} options={options} value={person} prompt={t('filing.preview.nobody')} />
      <Button look="quiet">{t('filing.preview.show')}</Button>
    </form>
  )
}

export function Contents({ words, definition, isFilled }: { words: FormWords; definition: FormDefinition; isFilled: boolean }) {
  const { t } = words
  const links = [...(isFilled ? (['outcome'] as const) : []), 'words', 'eligibility', 'documents'] as const
  return (
    <nav id="contents" class="card contents" aria-label={t('filing.preview.contents')}>
      <h2>{t('filing.preview.contents')}</h2>
      <ul>
        {links.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{t(`filing.preview.${id}`)}</a>
          </li>
        ))}
        {definition.parts.map((part) => (
          <li key={part.id}>
            <a href={`#part-${part.id}`}>{words.find(`part.${part.id}.title`) ?? part.id}</a>
            <ul>
              {part.pages.map(({ id }) => (
                <li key={id}>
                  <a href={`#page-${id}`}>{words.find(`page.${id}.title`) ?? id}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}
