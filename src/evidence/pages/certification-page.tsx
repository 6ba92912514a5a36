import { FormPage, signedIn } from '../../accounts/index.ts'
import type { AgencyPack, TranslationRules } from '../../agency/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, right, textField } from '../../platform/http/field.ts'
import { type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonRow, CheckboxGroup, FormShell, TextField } from '../../ui/index.ts'
import { describeFile } from '../description/describe-file.ts'
import { descriptionOf, issuerCharactersMost } from '../description/description.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { notDescribed } from './not-described.ts'
import { backWith } from './notice.ts'
import { type FileContext, oneFile } from './one-file.ts'
import { ShownFile } from './shown-file.tsx'
import { certifiedWords } from './translation-words.ts'

interface CertificationModel {
  readonly agency: AgencyPack
  readonly rules: TranslationRules
  readonly file: EvidenceFile
  /** What it is the translation of; null: it holds both. */
  readonly original: EvidenceFile | null
}

const certificationModel =
  (parts: EvidenceParts) =>
  async (context: FileContext): Promise<CertificationModel | Answer> => {
    const { agency } = context.services
    const rules = agency.documents.translation
    const found = await oneFile(parts, context)
    if (!found || !rules) return notFound
    const { file, files } = found
    const isTranslation = file.translates || file.description?.translated === 'in-this-file'
    if (file.state === 'refused' || !isTranslation) return notFound
    return { agency, rules, file, original: files.find(({ id }) => id === file.translates) ?? null }
  }

/** The ids that are ticked, of those that the pack has; what was kept and is no longer asked goes. */
const certifiedField: Field<string, CertificationModel> = {
  echo: true,
  parse: (posted, name, { rules }) => right(rules.certifies.filter((id) => posted.get(name)?.includes(id)).join(' ')),
}

type Shown = { t: Text; model: CertificationModel; form: FormState; csrfToken: string }

function CertificationView({ t, model, form, csrfToken }: Shown) {
  const { file, original, rules, agency } = model
  const isTyped = form.errors.length > 0 || form.parked
  const { translator = '', certified = '' } = file.description ?? {}
  return (
    <>
      <p class="lead">{t('evidence.certify.lead')}</p>
      <ShownFile t={t} file={file} document={null} />
      {original ? <p class="evidence-facts">{t('evidence.translation.of', { name: original.name })}</p> : null}
      <FormShell action={paths.certifyDraftTranslation({ draft: file.draft, file: file.id })} csrfToken={csrfToken}>
        <input type="hidden" name="seen" value={file.descriptionMark} />
        <TextField
          name="translator"
          label={t('evidence.certify.translator')}
          hint={t('evidence.certify.translator.hint')}
          value={isTyped ? form.value('translator') : translator}
          error={form.error('translator')}
          autocomplete="off"
          spellcheck={false}
        />
        <CheckboxGroup
          name="certified"
          label={t('evidence.certify.certified')}
          hint={t('evidence.certify.certified.hint')}
          options={rules.certifies.map((id) => ({ value: id, label: certifiedWords({ t, agency }, id) }))}
          values={isTyped ? form.values('certified') : certified.split(' ')}
        />
        <ButtonRow>
          <Button>{t('evidence.describe.save')}</Button>
          <a href={paths.draftEvidence({ draft: file.draft })}>{t('evidence.describe.back')}</a>
        </ButtonRow>
      </FormShell>
    </>
  )
}

/** Who made a translation, and what their signed statement says. The statement itself is part of what was uploaded. */
export const certificationPage = (parts: EvidenceParts) =>
  page({
    path: paths.certifyDraftTranslation,
    access: signedIn,
    audit: records(describeFile),
    load: certificationModel(parts),
    fields: {
      translator: textField({ empty: 'evidence.certify.translator.empty', most: issuerCharactersMost }),
      certified: certifiedField,
      seen: textField({ empty: 'evidence.certify.translator.empty', most: 16, optional: true }),
    },
    view: ({ t, model, form, context }) => {
      const title = t('evidence.certify.title')
      return {
        title,
        body: (
          <FormPage t={t} form={form} title={title}>
            <CertificationView t={t} model={model} form={form} csrfToken={context.csrfToken()} />
          </FormPage>
        ),
      }
    },
    submit: {
      operation: describeFile,
      input: ({ seen, ...said }, { params }) => ({ ...params, seen, parts: ['translator', 'certified'] as const, description: descriptionOf(said) }),
      shows: notDescribed({ issued: '', valid: '' }),
      then: (_output, { params }) => seeOther(backWith(params.draft, 'described')),
    },
  })
