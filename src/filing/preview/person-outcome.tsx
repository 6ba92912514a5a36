import type { AgencyPack } from '../../agency/index.ts'
import { Alert, Card, SummaryList } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Scenario } from '../definition/definition.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import { derivedOn } from '../journey/derived-words.ts'
import type { Replay } from '../journey/replay.ts'
import { type ReviewPage, type ReviewRow, reviewOf } from '../journey/review.ts'
import { labelWords, lineWords } from '../journey/words.ts'
import { itemsWords } from '../pages/all-pages-small-print.tsx'
import { FeesWorkedOut } from '../pages/fee-workings.tsx'

type Props = { words: FormWords; replayed: Replay }

function Rows({ words, rows }: { words: FormWords; rows: readonly ReviewRow[] }) {
  const { t, texts } = words
  return (
    <SummaryList
      t={t}
      rows={rows.map(({ question, lines }) => ({
        question: labelWords(t, texts, question),
        item: itemsWords(question.item),
        answer: lines.length === 0 ? <span class="muted">{t('filing.review.not-answered')}</span> : lines.map((line) => lineWords(t, texts, line)).join(', '),
      }))}
    />
  )
}

function PageRead({ words, replayed, page }: Props & { page: ReviewPage }) {
  const entryWords = (index: number) => words.t('filing.list.unnamed', { position: index + 1 })
  return (
    <>
      <h4>
        <a href={`#page-${page.pageId}`}>{words.get(`page.${page.pageId}.title`)}</a>
      </h4>
      {page.rows.length > 0 ? <Rows words={words} rows={page.rows} /> : null}
      {page.entries.map(({ entryId, rows }, index) => (
        <div key={entryId}>
          <p class="entry-name">{entryWords(index)}</p>
          <Rows words={words} rows={rows} />
        </div>
      ))}
      {derivedOn(words, replayed, page.pageId).map((line) => (
        <p key={line} class="muted">
          {line}
        </p>
      ))}
    </>
  )
}

/** Every answer read back, as on the review before somebody signs. */
function Review({ words, replayed }: Props) {
  return (
    <details>
      <summary>{words.t('filing.review.title')}</summary>
      {reviewOf(replayed)
        .flatMap(({ pages }) => pages)
        .map((page) => (
          <div key={page.pageId} class="stated">
            <PageRead words={words} replayed={replayed} page={page} />
          </div>
        ))}
    </details>
  )
}

function Documents({ words, replayed, files }: Props & { files: Scenario['files'] }) {
  const { t } = words
  const asked = evidenceAsked(replayed)
  if (asked.length === 0) return <p>{t('filing.form.evidence-none')}</p>
  const rows = asked.map(({ id, required }) => ({
    question: words.get(`evidence.${id}.document`),
    answer: [t(required ? 'filing.preview.required' : 'filing.preview.optional'), files[id]].filter(Boolean).join(': '),
  }))
  return <SummaryList t={t} rows={rows} />
}

/** What a described person's answers come to: how far they get, what is said of them, the review, the documents and the fees. */
export function PersonOutcome({ agency, words, replayed, scenario }: Props & { agency: AgencyPack; scenario: Scenario }) {
  const { t } = words
  const said = [...replayed.errors, ...replayed.warnings].map(({ rule }) => ({ rule, words: words.get(`rule.${rule.id}`) }))
  return (
    <section id="outcome">
      <Card title={t('filing.preview.outcome')}>
        <div class="stack">
          <p>
            {scenario.name}: {t('filing.preview.progress', replayed.progress)}
          </p>
          {said.map(({ rule, words: sentence }) => (
            <Alert key={rule.id} kind={rule.level === 'error' ? 'act' : 'warn'}>
              {sentence} <a href={`#rule-${rule.id}`}>{rule.id}</a>
            </Alert>
          ))}
          <Review words={words} replayed={replayed} />
          <h3>{t('filing.preview.documents')}</h3>
          <Documents words={words} replayed={replayed} files={scenario.files} />
          <h3>{t('filing.preview.fees')}</h3>
          <FeesWorkedOut agency={agency} words={words} replay={replayed} />
        </div>
      </Card>
    </section>
  )
}
