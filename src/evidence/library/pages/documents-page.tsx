import { signedIn } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card, EmptyState, HiddenWords, Pagination } from '../../../ui/index.ts'
import type { EvidenceFile } from '../../evidence-file.ts'
import type { EvidenceParts } from '../../pages/evidence-draft.ts'
import { LibraryEntry } from './library-entry.tsx'
import { type LibraryModel, libraryModel } from './library-model.ts'
import { NarrowForm, narrowingQuery } from './narrow-form.tsx'

interface Shown {
  t: Text
  agency: AgencyPack
  model: LibraryModel
}

/** Its name; once it is clean, with the way to its person's own original. */
function Heading({ t, file }: { t: Text; file: EvidenceFile }) {
  const name = <bdi>{file.name}</bdi>
  return (
    <>
      <p class="evidence-name">{name}</p>
      {file.state === 'clean' ? (
        <p>
          <a href={paths.draftEvidenceFile({ draft: file.draft, file: file.id })}>
            {t('evidence.library.download')}
            <HiddenWords>: {file.name}</HiddenWords>
          </a>
        </p>
      ) : null}
    </>
  )
}

function Found({ t, agency, model }: Shown) {
  const { shown, narrowing, count, page: current, pages, usedDrafts, today } = model
  if (count === 0)
    return (
      <EmptyState title={t('evidence.library.nothing')} action={{ href: paths.documents(), words: t('evidence.library.show-all') }}>
        <p>{t('evidence.library.nothing-hint')}</p>
      </EmptyState>
    )
  return (
    <Card title={t('evidence.library.count', { count })}>
      <ul class="evidence-files" aria-label={t('evidence.library.list')}>
        {shown.map((document) => (
          <LibraryEntry
            key={document.file.id}
            {...{ t, agency, document, usedDrafts, today }}
            heading={<Heading t={t} file={document.file} />}
          />
        ))}
      </ul>
      <Pagination
        t={t}
        current={current}
        of={pages}
        hrefOf={(each) => `${paths.documents()}?${new URLSearchParams({ ...narrowingQuery(narrowing), page: String(each) })}`}
      />
    </Card>
  )
}

function LibraryView(shown: Shown) {
  const { t, agency, model } = shown
  if (model.documents.length === 0)
    return (
      <>
        <h1>{t('evidence.library.title')}</h1>
        <EmptyState title={t('evidence.library.empty')} action={{ href: paths.catalogue(), words: t('ui.nav.file') }}>
          <p>{t('evidence.library.empty-hint')}</p>
        </EmptyState>
      </>
    )
  return (
    <>
      <h1>{t('evidence.library.title')}</h1>
      <p class="lead">{t('evidence.library.lead')}</p>
      {model.isCut ? <p>{t('evidence.library.cut')}</p> : null}
      <NarrowForm t={t} agency={agency} documents={model.documents} narrowing={model.narrowing} />
      <Found {...shown} />
    </>
  )
}

/** Every document of a person, in drafts and submissions, each distinct file once. */
export const documentsPage = (parts: EvidenceParts) =>
  page({
    path: paths.documents,
    access: signedIn,
    audit: recordsNothing('a person looks at their own files'),
    load: (context: Context) => libraryModel(parts, context),
    view: ({ t, model, context }) => ({
      title: t('evidence.library.title'),
      body: <LibraryView t={t} agency={context.services.agency} model={model} />,
    }),
  })
