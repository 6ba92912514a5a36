import type { AgencyPack } from '../../../agency/index.ts'
import { formShortTitle } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import type { UsedDrafts } from '../../pages/evidence-draft.ts'
import type { FileUse } from '../library.ts'

interface UsesShown {
  t: Text
  agency: AgencyPack
  uses: readonly FileUse[]
  usedDrafts: UsedDrafts
}

function Use({ t, agency, use, usedDrafts }: Omit<UsesShown, 'uses'> & { use: FileUse }) {
  const { file, submission } = use
  const draft = usedDrafts.get(file.draft)
  if (!draft) return <>{t(submission ? 'evidence.library.sent-away' : 'evidence.library.ended')}</>
  if (draft.tray) return <a href={draft.tray.page}>{t(submission ? 'evidence.library.sent-later' : 'evidence.library.in-tray')}</a>
  const form = formShortTitle(agency, t, draft.form)
  if (!draft.submission) return <a href={paths.draftEvidence({ draft: file.draft })}>{t('evidence.library.in-draft', { form })}</a>
  const words =
    submission && draft.receivedOn
      ? t('evidence.library.sent', { form, day: t.day(draft.receivedOn), receipt: draft.receiptNumber ?? '' })
      : t('evidence.library.left-behind', { form })
  return <a href={paths.submission({ submission: draft.submission })}>{words}</a>
}

/** Where a document was used, each draft or submission once. */
export function LibraryUses({ uses, ...shown }: UsesShown) {
  const [first, ...more] = [...new Map(uses.map((use) => [use.file.draft, use])).values()]
  if (!first) return null
  if (more.length === 0)
    return (
      <p class="evidence-facts">
        <Use {...shown} use={first} />
      </p>
    )
  return (
    <ul class="evidence-facts" aria-label={shown.t('evidence.library.used')}>
      {[first, ...more].map((use) => (
        <li key={use.file.id}>
          <Use {...shown} use={use} />
        </li>
      ))}
    </ul>
  )
}
