import { paths } from '../../platform/paths.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Draft } from '../draft/draft.ts'

/** Above every page of a draft that is prepared for a client: for whom, and the way to how it stands. Nothing on a person's own. */
export function ForClient({ model: { draft, words } }: { model: { readonly draft: Draft; readonly words: FormWords } }) {
  if (draft.preparedFor === null) return null
  return (
    <p class="note">
      {words.t('filing.prepared.for', { client: draft.preparedFor })}{' '}
      <a href={paths.preparedDraft({ draft: draft.id })}>{words.t('filing.prepared.go')}</a>
    </p>
  )
}
