import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, FormShell, HiddenWords, Panel, Tag, WhyWeAsk } from '../../ui/index.ts'
import type { Entry, ListQuestion } from '../definition/definition.ts'
import { entriesOf } from '../journey/accept-entry.ts'
import type { ReplayedEntry } from '../journey/replay.ts'
import { entryName, entrySummary } from '../journey/words.ts'
import { ruleWords } from './page-frame.tsx'
import type { DraftAtPage } from './page-fields.ts'

type Props = { model: DraftAtPage; list: ListQuestion }
type Posting = Props & { csrfToken: string }

const addressOf = ({ draft, at }: DraftAtPage, entry: string) => ({ draft: draft.id, page: at.id, entry })

/** What is said of an entry: its rules, and that something in it is missing. */
function Findings({ model, entry }: { model: DraftAtPage; entry: ReplayedEntry }) {
  return (
    <>
      {entry.contradictions.map((each) => (
        <p key={each.rule.id} class={each.rule.level === 'error' ? 'field-error' : 'muted'}>
          {ruleWords(model, each)}
        </p>
      ))}
    </>
  )
}

function EntryLine({ model, list, entry, position, csrfToken }: Posting & { entry: ReplayedEntry; position: number }) {
  const { t } = model.words
  const name = entryName(model.words, list, entry.submitted) ?? t('filing.list.unnamed', { position })
  const summary = entrySummary(model.words, list, entry)
  return (
    <li class="entry">
      <div>
        <p class="entry-name">
          {name} {entry.finished ? null : <Tag kind="act">{t('filing.list.not-finished')}</Tag>}
        </p>
        {summary ? <p class="muted">{summary}</p> : null}
        <Findings model={model} entry={entry} />
      </div>
      <div class="entry-actions">
        <a href={paths.draftEntry(addressOf(model, entry.id))}>
          {t('ui.change')} <HiddenWords>{name}</HiddenWords>
        </a>
        <FormShell class="entry-remove" action={paths.removeDraftEntry(addressOf(model, entry.id))} csrfToken={csrfToken}>
          <Button look="plain">
            {t('filing.list.remove')} <HiddenWords>{name}</HiddenWords>
          </Button>
        </FormShell>
      </div>
    </li>
  )
}

function Removed({ model, list, csrfToken }: Posting) {
  const { t } = model.words
  const removed = entriesOf(model.draft.answers, list).filter((entry) => entry.removed)
  if (removed.length === 0) return null
  const nameOf = ({ answers }: Entry) => entryName(model.words, list, answers) ?? t('filing.list.unnamed', { position: 0 })
  return (
    <details class="why">
      <summary>{t('filing.list.removed', { count: removed.length })}</summary>
      <ul class="entries">
        {removed.map((entry) => (
          <li key={entry.id} class="entry">
            <p class="entry-name">{nameOf(entry)}</p>
            <FormShell
              class="entry-remove"
              action={paths.restoreDraftEntry(addressOf(model, entry.id))}
              csrfToken={csrfToken}
            >
              <Button look="plain">
                {t('filing.list.restore')} <HiddenWords>{nameOf(entry)}</HiddenWords>
              </Button>
            </FormShell>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Entries that were begun, refused and never saved: what was typed is still there. */
function Begun({ model, list }: Props) {
  const { t } = model.words
  const saved = new Set(entriesOf(model.draft.answers, list).map(({ id }) => id))
  const begun = Object.keys(model.draft.typed)
    .filter((key) => key.startsWith(`${model.at.id}/`))
    .map((key) => key.split('/')[1] ?? '')
    .filter((entry) => !saved.has(entry))
  return (
    <>
      {[...new Set(begun)].map((entry) => (
        <Alert key={entry} kind="info">
          <p>
            {t('filing.list.begun')}{' '}
            <a href={paths.draftEntry(addressOf(model, entry))}>{t('filing.list.finish')}</a>
          </p>
        </Alert>
      ))}
    </>
  )
}

function Add({ model, list }: Props) {
  const { words } = model
  const most = list.most
  if (model.at.entries.length >= most) return <p class="muted">{words.t('filing.list.full', { most })}</p>
  return (
    <p>
      <ButtonLink look="quiet" href={paths.draftEntry(addressOf(model, 'new'))}>
        {words.get(`${list.id}.add`)}
      </ButtonLink>
    </p>
  )
}

/** The entries of a list with what can be done to each; going on from the page says that these are all. */
export function ListView({ model, list, csrfToken }: Posting) {
  const { words, at } = model
  const { t } = words
  const [hint, tip, why] = (['hint', 'tip', 'why'] as const).map((part) => words.find(`${list.id}.${part}`))
  return (
    <section class="card stack" aria-labelledby={list.id}>
      <h2 id={list.id}>{words.get(`${list.id}.label`)}</h2>
      {hint ? <p class="muted">{hint}</p> : null}
      {at.entries.length === 0 ? <p>{words.find(`${list.id}.none`) ?? t('filing.list.none')}</p> : null}
      {at.entries.length === 0 ? null : (
        <ol class="entries">
          {at.entries.map((entry, index) => (
            <EntryLine key={entry.id} model={model} list={list} entry={entry} position={index + 1} csrfToken={csrfToken} />
          ))}
        </ol>
      )}
      <Begun model={model} list={list} />
      <Add model={model} list={list} />
      <Removed model={model} list={list} csrfToken={csrfToken} />
      {tip ? (
        <Panel title={t('filing.page.tip')}>
          <p>{tip}</p>
        </Panel>
      ) : null}
      {why ? (
        <WhyWeAsk t={t}>
          <p>{why}</p>
        </WhyWeAsk>
      ) : null}
    </section>
  )
}
