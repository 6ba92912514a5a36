import type { AgencyPack } from '../../../agency/index.ts'
import { Alert } from '../../../ui/index.ts'
import { newestEdition } from '../../catalogue/forms.ts'
import { LookAgain } from '../../pages/edition-notice.tsx'
import type { OpenDraft } from '../../pages/open-draft.ts'
import { leftOutIn } from './import-notice.ts'

type Props = { model: OpenDraft & { readonly agency: AgencyPack }; query: Readonly<Record<string, string>> }

/** Said once on the task list of a draft that was read from a file, with what to look at again. */
export function ReadFromFile({ model, query }: Props) {
  const leftOut = leftOutIn(query)
  if (leftOut === undefined) return null
  const { draft, words: { t }, agency } = model
  // On the newest edition the task list says by itself what to look at.
  const saysItself = newestEdition(agency, draft.form) === draft.edition
  return (
    <>
      <Alert kind="good" title={t('draft-file.read.title')} live>
        <p>{t('draft-file.read.documents')}</p>
        {leftOut > 0 ? <p>{t('draft-file.read.left-out', { count: leftOut })}</p> : null}
      </Alert>
      {saysItself ? null : <LookAgain model={model} />}
    </>
  )
}
