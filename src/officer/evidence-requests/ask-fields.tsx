import type { AgencyPack } from '../../agency/index.ts'
import { askShown, type DraftAsk } from '../../correspondence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { CheckboxGroup, Select, TextArea } from '../../ui/index.ts'
import { askControl } from './draft-field.ts'

type AskFieldsProps = { t: Text; agency: AgencyPack; ask: DraftAsk; index: number; of: number; form: FormState }

/** One ask of the request: where it stands, what the officer adds, and the way to leave it out. */
export function AskFields({ t, agency, ask, index, of, form }: AskFieldsProps) {
  const name = (part: Parameters<typeof askControl>[1]) => askControl(index, part)
  const shown = askShown(agency, t, { code: ask.code, words: ask })
  const places = Array.from({ length: of }, (_, place) => ({ value: `${place + 1}`, label: t.number(place + 1) }))
  return (
    <fieldset class="usa-fieldset card">
      <legend class="usa-legend">{t('requests.ask.title', { number: index + 1, title: shown.title })}</legend>
      {shown.about ? <p>{shown.about}</p> : null}
      {shown.counts ? <p class="muted">{shown.counts}</p> : null}
      <input type="hidden" name={name('code')} value={ask.code ?? ''} />
      <input type="hidden" name={name('files')} value={ask.files ? 'yes' : ''} />
      <input type="hidden" name={name('title')} value={ask.title} />
      <Select name={name('place')} label={t('office-requests.place')} options={places} value={form.value(name('place')) || `${index + 1}`} width={4} />
      <TextArea
        name={name('words')}
        label={t(ask.code === null ? 'office-requests.own.words' : 'office-requests.words')}
        note={ask.code === null ? undefined : t('office-requests.optional')}
        value={ask.words}
        error={form.error(name('words'))}
        rows={3}
      />
      <CheckboxGroup name={name('drop')} label={t('office-requests.drop.label')} options={[{ value: 'yes', label: t('office-requests.drop') }]} values={form.values(name('drop'))} />
    </fieldset>
  )
}
