import { askedWords, lackingWords, otherwiseWords, type TranslationFinding, translationFinding } from '../../evidence/index.ts'
import { paths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'
import { evidenceStates, type HeldDocument } from '../review/readiness.ts'
import type { ReviewModel } from './review-model.ts'

type Found = { readonly document: string; readonly file: HeldDocument; readonly finding: TranslationFinding }

/** What is to be told of the translations of a draft's documents, in the order of the form. */
const findingsIn = ({ replay, held, agency, words }: ReviewModel): readonly Found[] =>
  evidenceStates(replay, held).flatMap(({ rule, held: files }) =>
    files.flatMap((file) => {
      const finding = translationFinding(agency.documents.translation, files, file)
      return finding ? [{ document: words.get(`evidence.${rule.id}.document`), file, finding }] : []
    }),
  )

function OneFound({ model, found: { document, file, finding } }: { model: ReviewModel; found: Found }) {
  const { words, agency, draft } = model
  const { t } = words
  const { name } = file
  const rules = agency.documents.translation
  if (!rules) return null
  if (finding.is === 'uncertified')
    return (
      <p>
        {t('filing.review.translation-uncertified', { name, document })} {lackingWords({ t, agency }, finding.lacks)}{' '}
        <a href={paths.draftEvidence({ draft: draft.id })}>{t('filing.review.translation-say')}</a>
      </p>
    )
  return (
    <p>
      {t('filing.review.translation-missing', { name, document })} {askedWords(t, rules, file.description ?? null)}{' '}
      <a href={paths.translateDraftEvidence({ draft: draft.id, file: file.id })}>{t('filing.review.translation-add', { name })}</a>
    </p>
  )
}

/** A translation that is not there, or of which not all is said, keeps nobody from signing: the law asks for it, and the officer may too. */
export function TranslationFindings({ model }: { model: ReviewModel }) {
  const { words, agency } = model
  const found = findingsIn(model)
  if (found.length === 0) return null
  return (
    <Alert kind="warn" title={words.t('filing.review.translations')}>
      {found.map((each) => (
        <OneFound key={each.file.id} model={model} found={each} />
      ))}
      <p>{otherwiseWords({ t: words.t, agency })}</p>
    </Alert>
  )
}
