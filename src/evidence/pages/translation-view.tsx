import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, Button, ButtonRow, Card, ErrorSummary, FileField, FormShell, RadioGroup } from '../../ui/index.ts'
import { filesPerTranslationMost } from '../evidence-file.ts'
import { ShownFile } from './shown-file.tsx'
import { translationPlaces, type TranslationModel } from './translation-page.tsx'
import { askedWords, certifiedWords, exampleWords, otherwiseWords } from './translation-words.ts'
import { documentField, translatesField } from './upload.ts'
import { UploadWords } from './upload-words.tsx'
import { UploadsHalfWay } from './uploads-half-way.tsx'
import { whatIsTaken } from './words.ts'

type Shown = { t: Text; model: TranslationModel; csrfToken: string }

/** What the agency wants of a translation, what happens without, and words that a translator can sign. */
function Wanted({ t, model }: Omit<Shown, 'csrfToken'>) {
  const { rules, agency } = model
  return (
    <>
      <p>{t('evidence.translation.certifies')}</p>
      <ul>
        {rules.certifies.map((id) => (
          <li key={id}>{certifiedWords({ t, agency }, id)}</li>
        ))}
      </ul>
      <p>{otherwiseWords({ t, agency })}</p>
      <details class="why">
        <summary>{t('evidence.translation.example')}</summary>
        <div class="why-body">{exampleWords({ t, agency })}</div>
      </details>
    </>
  )
}

function Upload({ t, model, csrfToken }: Shown) {
  const { agency, file, translations, problem, uploads } = model
  const label = t('evidence.translation.of', { name: file.name })
  if (translations.length >= filesPerTranslationMost) return <p>{t('evidence.translation.full', { most: filesPerTranslationMost })}</p>
  return (
    <div
      data-uploads={paths.draftUploads({ draft: file.draft })}
      data-document={file.document}
      data-translates={file.id}
      data-files-most={filesPerTranslationMost}
      data-list-label={t('evidence.upload.list-of', { document: label })}
    >
      <FormShell action={paths.draftEvidence({ draft: file.draft })} csrfToken={csrfToken} files>
        <input type="hidden" name={documentField} value={file.document} />
        <input type="hidden" name={translatesField} value={file.id} />
        <FileField
          t={t}
          name="file"
          label={t('evidence.translation.file')}
          hint={t('evidence.translation.file-hint', { most: filesPerTranslationMost })}
          error={problem}
          {...whatIsTaken(agency, t)}
        />
        <ButtonRow>
          <Button>{t('evidence.upload')}</Button>
          <a href={paths.draftEvidence({ draft: file.draft })}>{t('evidence.translation.back')}</a>
        </ButtonRow>
      </FormShell>
      <UploadsHalfWay t={t} csrfToken={csrfToken} uploads={uploads} label={t('evidence.upload.half-way-of', { document: label })} />
    </div>
  )
}

/** For a translation that was sent already: in the same file, or with another of the same document. */
function Elsewhere({ t, model, form, csrfToken }: Shown & { form: FormState }) {
  const { file, hasOthers, document } = model
  const offered = translationPlaces.filter((place) => place !== 'with-another-file' || hasOthers)
  const words = {
    'own-file': t('evidence.translation.where.own-file'),
    'in-this-file': t('evidence.translation.where.in-this-file', { name: file.name }),
    'with-another-file': t('evidence.translation.where.with-another-file', { document }),
  }
  return (
    <Card title={t('evidence.translation.where-title')}>
      <FormShell action={paths.translateDraftEvidence({ draft: file.draft, file: file.id })} csrfToken={csrfToken}>
        <input type="hidden" name="seen" value={file.descriptionMark} />
        <RadioGroup
          name="translated"
          label={t('evidence.translation.where')}
          options={offered.map((place) => ({ value: place, label: words[place] }))}
          value={form.value('translated') || (file.description?.translated ?? 'own-file')}
          error={form.error('translated')}
        />
        <Button look="quiet">{t('evidence.describe.save')}</Button>
      </FormShell>
    </Card>
  )
}

/** The document, what its translation has to be, and the ways to say where that is. */
export function TranslationView({ form, ...shown }: Shown & { form: FormState }) {
  const { t, model } = shown
  const { file, problem, rules, document } = model
  const title = t('evidence.translation.add')
  const back = paths.draftEvidence({ draft: file.draft })
  return (
    <>
      <ErrorSummary t={t} errors={[...form.errors, ...(problem ? [{ at: 'file', message: problem }] : [])]} />
      <Breadcrumb t={t} trail={[{ words: t('evidence.title'), href: back }, { words: title }]} />
      <h1>{title}</h1>
      <p class="lead">{askedWords(t, rules, file.description)}</p>
      <ShownFile t={t} file={file} document={document} />
      <UploadWords t={t} back={paths.translateDraftEvidence({ draft: file.draft, file: file.id })} />
      <Wanted t={t} model={model} />
      <Card>
        <Upload {...shown} />
      </Card>
      <Elsewhere {...shown} form={form} />
    </>
  )
}
