import type { FormState } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, StepIndicator } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import { backPage, reachedPage } from '../journey/course.ts'
import type { Contradiction } from '../journey/replay.ts'
import { ForClient } from './for-client.tsx'
import type { DraftAtPage } from './page-fields.ts'
import { isPosted } from './shown.ts'

/** The words of a rule; of one that hangs on a date known in part, that it cannot be told. */
export function ruleWords({ words }: { readonly words: FormWords }, { rule, unsure }: Contradiction): string {
  const said = words.get(`rule.${rule.id}`)
  return unsure ? words.t('catalogue.rule.unsure', { rule: said }) : said
}

/** Where the page stands on the way through the form, and the way back. */
export function Course({ model: { draft, replay, at, words } }: { model: DraftAtPage }) {
  const needed = replay.pages.filter(({ state }) => state !== 'not-needed')
  const back = backPage(replay, at.id)
  const where = back ? paths.draftPage({ draft: draft.id, page: back }) : paths.draft({ draft: draft.id })
  return (
    <>
      <ForClient model={{ draft, words }} />
      <p>
        <a href={where}>{words.t('filing.page.back')}</a>
      </p>
      <StepIndicator
        t={words.t}
        current={needed.indexOf(at) + 1}
        of={needed.length}
        title={words.get(`part.${at.part.id}.title`)}
      />
    </>
  )
}

/** What the page before has to say: it was saved, and its answers look odd together. */
export function EarlierWarnings({ model, from }: { model: DraftAtPage; from: string | undefined }) {
  const earlier = from === undefined || from === model.at.id ? undefined : reachedPage(model.replay, from)
  const warnings = earlier?.contradictions.filter(({ rule }) => rule.level === 'warning') ?? []
  if (!earlier || warnings.length === 0) return null
  const { t } = model.words
  return (
    <Alert kind="warn" title={t('filing.page.saved-look-again')} live>
      {warnings.map((warning) => (
        <p key={warning.rule.id}>{ruleWords(model, warning)}</p>
      ))}
      <p>
        <a href={paths.draftPage({ draft: model.draft.id, page: earlier.id })}>
          {t('filing.page.go-back-to', { page: model.words.get(`page.${earlier.id}.title`) })}
        </a>
      </p>
    </Alert>
  )
}

/** Errors that answers on other pages brought about: this page is saved, and still blocks. */
function Broken({ model }: { model: DraftAtPage }) {
  const broken = model.at.contradictions.filter(({ rule }) => rule.level === 'error')
  if (broken.length === 0) return null
  return (
    <Alert kind="act" title={model.words.t('filing.page.does-not-fit')}>
      {broken.map((each) => (
        <p key={each.rule.id}>{ruleWords(model, each)}</p>
      ))}
    </Alert>
  )
}

/** What there is to say of the page before its questions. */
export function Notes({ model, form }: { model: DraftAtPage; form: FormState }) {
  const { t } = model.words
  if (form.parked) return <Alert kind="warn">{t('platform.form.parked')}</Alert>
  if (isPosted(form)) return null
  const isTyped = Object.hasOwn(model.draft.typed, model.at.id)
  return (
    <>
      {isTyped ? <Alert kind="info">{t('filing.page.typed')}</Alert> : null}
      <Broken model={model} />
    </>
  )
}

/** The page before was open twice, and what was saved last stands. */
export function SavedOver({ model, query }: { model: DraftAtPage; query: Readonly<Record<string, string>> }) {
  const page = query.over === undefined || query.from === undefined ? undefined : reachedPage(model.replay, query.from)
  if (!page) return null
  const { t } = model.words
  return (
    <Alert kind="warn" title={t('filing.page.saved-over')} live>
      <p>{t('filing.page.saved-over.what')}</p>
      <p>
        <a href={paths.draftPage({ draft: model.draft.id, page: page.id })}>
          {t('filing.page.go-back-to', { page: model.words.get(`page.${page.id}.title`) })}
        </a>
      </p>
    </Alert>
  )
}
