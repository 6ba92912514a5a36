import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonRow, DateField, type DateParts, FormShell, Select, TextArea, TextField } from '../../ui/index.ts'
import type { DescribedPart } from '../description/description.ts'
import type { DescriptionModel } from './description-page.tsx'
import { kindChoices, languageChoices } from './description-words.tsx'
import { ShownFile } from './shown-file.tsx'
import { intoWords } from './translation-words.ts'

type Shown = { t: Text; model: DescriptionModel; form: FormState }

/** What was typed, after an error; else what is kept. */
const isTyped = (form: FormState) => form.errors.length > 0 || form.parked

const shownValue = ({ model, form }: Shown, name: string, part: DescribedPart): string =>
  isTyped(form) ? form.value(name) : (model.file.description?.[part] ?? '')

function shownDay({ model, form }: Shown, name: string, part: 'issuedOn' | 'validUntil'): DateParts {
  if (isTyped(form)) return { month: form.value(`${name}-month`), day: form.value(`${name}-day`), year: form.value(`${name}-year`) }
  const [year = '', month = '', day = ''] = (model.file.description?.[part] ?? '').split('-')
  return year ? { year, month: String(Number(month)), day: String(Number(day)) } : {}
}

function hintOf(t: Text, { agency }: DescriptionModel, part: DescribedPart): string | undefined {
  const rules = agency.documents.translation
  if (part === 'language' && rules) return t('evidence.describe.language.hint-into', { into: intoWords(t, rules) })
  return part === 'kind' ? undefined : t(`evidence.describe.${part}.hint`)
}

/** Label, note, error and hint of one part. */
const fieldOf = ({ t, model, form }: Shown, name: string, part: DescribedPart, errorAt = name) => ({
  name,
  label: t(`evidence.describe.${part}`),
  hint: hintOf(t, model, part),
  note: model.needed.includes(part) ? undefined : t('ui.optional'),
  error: form.error(errorAt),
})

/** The file, and the form that says what it is. */
export function DescriptionView({ csrfToken, ...shown }: Shown & { csrfToken: string }) {
  const { t, model } = shown
  const { file, agency } = model
  const prompt = t('evidence.describe.choose')
  return (
    <>
      <p class="lead">{t('evidence.describe.lead')}</p>
      <ShownFile t={t} file={file} document={model.document} />
      <FormShell action={paths.describeDraftEvidence({ draft: file.draft, file: file.id })} csrfToken={csrfToken}>
        <input type="hidden" name="seen" value={file.descriptionMark} />
        <Select {...fieldOf(shown, 'kind', 'kind')} options={kindChoices({ t, agency })} value={shownValue(shown, 'kind', 'kind')} prompt={prompt} />
        <TextField {...fieldOf(shown, 'issuer', 'issuer')} value={shownValue(shown, 'issuer', 'issuer')} autocomplete="off" />
        <DateField t={t} {...fieldOf(shown, 'issued', 'issuedOn', 'issued-month')} value={shownDay(shown, 'issued', 'issuedOn')} />
        <DateField t={t} {...fieldOf(shown, 'valid', 'validUntil', 'valid-month')} value={shownDay(shown, 'valid', 'validUntil')} />
        <Select
          {...fieldOf(shown, 'language', 'language')}
          options={languageChoices({ t, agency })}
          value={shownValue(shown, 'language', 'language')}
          prompt={prompt}
        />
        <TextArea {...fieldOf(shown, 'note', 'note')} value={shownValue(shown, 'note', 'note')} rows={3} />
        <ButtonRow>
          <Button>{t('evidence.describe.save')}</Button>
          <a href={paths.draftEvidence({ draft: file.draft })}>{t('evidence.describe.back')}</a>
        </ButtonRow>
      </FormShell>
    </>
  )
}
