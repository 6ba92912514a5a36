import { signedIn } from '../../accounts/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { evidenceModel, refreshSeconds } from './evidence-model.ts'
import { EvidenceTips, EvidenceView } from './evidence-view.tsx'
import { toTrayPage } from '../trays/pages/tray-as-draft.ts'
import { noticeIn } from './notice.ts'

/** The documents a draft's answers ask for, each with its form and its files. */
export const evidencePage = (parts: EvidenceParts) =>
  page({
    path: paths.draftEvidence,
    access: signedIn,
    audit: recordsNothing('a person looks at their own draft'),
    load: toTrayPage(evidenceModel(parts)),
    view: ({ t, model, context }) => {
      const { agency, clock, scanner } = context.services
      const now = clock.now()
      const refresh = refreshSeconds(model, now)
      const today = now.toZonedDateTimeISO(agency.timeZone).toPlainDate()
      const shown = { t, agency, csrfToken: context.csrfToken(), model, today, notice: noticeIn(context.query) }
      return {
        title: t('evidence.title'),
        body: <EvidenceView {...shown} />,
        aside: <EvidenceTips t={t} agency={agency} knowsMalware={scanner.knowsMalware} />,
        script: 'uploads.js',
        ...(refresh ? { refreshSeconds: refresh } : {}),
      }
    },
  })
