import type { AgencyPack } from '../../../agency/index.ts'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Button, ButtonRow, EmptyState, ErrorSummary, FieldGroup, FormShell, Pagination, Tag } from '../../../ui/index.ts'
import type { EvidenceFile } from '../../evidence-file.ts'
import type { Notice } from '../../pages/notice.ts'
import { documentWords, limitValues } from '../../pages/words.ts'
import { LibraryEntry } from './library-entry.tsx'
import { NarrowForm, narrowingQuery } from './narrow-form.tsx'
import { isHere, type ReuseModel } from './reuse-model.ts'
import { reusePath } from './reuse-path.ts'

interface ReuseShown {
  t: Text
  agency: AgencyPack
  csrfToken: string
  model: ReuseModel
  form: FormState
  problem: Extract<Notice, { kind: 'problem' }>['problem'] | null
  /** How many were added before the one that was not. */
  added: number
}

/** The choice, its name the label; what stands here already cannot be chosen again. */
function Heading({ t, file, isHere, index, chosen }: { t: Text; file: EvidenceFile; isHere: boolean; index: number; chosen: readonly string[] }) {
  if (isHere)
    return (
      <p class="evidence-name">
        <bdi>{file.name}</bdi> <Tag kind="good">{t('evidence.reuse.here')}</Tag>
      </p>
    )
  const id = index === 0 ? 'chosen' : `chosen-${index + 1}`
  return (
    <div class="usa-checkbox">
      <input class="usa-checkbox__input" id={id} type="checkbox" name="chosen" value={file.id} checked={chosen.includes(file.id)} />
      <label class="usa-checkbox__label evidence-name" for={id}>
        <bdi>{file.name}</bdi>
      </label>
    </div>
  )
}

function problemWords({ t, agency, form, problem, added }: ReuseShown): string | undefined {
  if (form.error('chosen')) return form.error('chosen')
  if (!problem) return undefined
  const words = t(`evidence.problem.${problem}`, limitValues(agency, t))
  return added > 0 ? `${t('evidence.reuse.added-before', { count: added })} ${words}` : words
}

function Choices(shown: ReuseShown & { error: string | undefined }) {
  const { t, agency, csrfToken, model, form, error } = shown
  const { draft, asked, library } = model
  const open = library.shown.filter(({ file }) => !isHere(model, file))
  const address = (more: Record<string, string> = {}) => reusePath(draft.id, asked.id, { ...narrowingQuery(library.narrowing), ...more })
  return (
    <FormShell action={address()} csrfToken={csrfToken} class="card library-choices">
      <FieldGroup name="chosen" id={open.length > 0 ? 'choices' : 'chosen'} label={t('evidence.reuse.chosen')} error={error}>
        <ul class="evidence-files" aria-label={t('evidence.reuse.chosen')}>
          {library.shown.map((each) => (
            <LibraryEntry
              key={each.file.id}
              {...{ t, agency, document: each, usedDrafts: library.usedDrafts, today: library.today }}
              heading={
                <Heading t={t} file={each.file} isHere={!open.includes(each)} index={open.indexOf(each)} chosen={form.values('chosen')} />
              }
            />
          ))}
        </ul>
      </FieldGroup>
      <Pagination t={t} current={library.page} of={library.pages} hrefOf={(page) => address({ page: String(page) })} />
      <ButtonRow>
        <Button>{t('evidence.reuse.add')}</Button>
        <a href={paths.draftEvidence({ draft: draft.id })}>{t('evidence.reuse.back')}</a>
      </ButtonRow>
    </FormShell>
  )
}

export function ReuseView(shown: ReuseShown) {
  const { t, agency, model } = shown
  const { draft, asked, library } = model
  const back = paths.draftEvidence({ draft: draft.id })
  const { document } = documentWords(agency, t, draft, asked.id)
  const error = problemWords(shown)
  const title = t('evidence.reuse.title')
  const isNarrowedAway = library.documents.length > 0
  return (
    <>
      <ErrorSummary t={t} errors={error ? [{ at: library.shown.length > 0 ? 'chosen' : '', message: error }] : []} />
      <Breadcrumb t={t} trail={[{ words: t('evidence.title'), href: back }, { words: title }]} />
      <h1>{title}</h1>
      <p class="lead">{t('evidence.reuse.lead', { document })}</p>
      <NarrowForm t={t} agency={agency} documents={library.documents} narrowing={library.narrowing} keeps={{ document: asked.id }} />
      {library.shown.length > 0 ? <Choices {...shown} error={error} /> : null}
      {library.shown.length === 0 ? (
        <EmptyState
          title={t(isNarrowedAway ? 'evidence.library.nothing' : 'evidence.reuse.none')}
          action={isNarrowedAway ? { href: reusePath(draft.id, asked.id), words: t('evidence.library.show-all') } : { href: back, words: t('evidence.reuse.upload') }}
        >
          <p>{t(isNarrowedAway ? 'evidence.library.nothing-hint' : 'evidence.reuse.none-hint')}</p>
        </EmptyState>
      ) : null}
    </>
  )
}
