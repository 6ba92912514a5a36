import { type CaseBehind, caseBehind, formShortTitle, showReceiptNumber } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { ScanList } from './scan-words.tsx'
import { AddScan, isChecking, ScanOutcomeNote, scanRefreshSeconds } from './scan-form.tsx'
import type { ScannedPaper } from './scanned-paper.ts'
import { scansOfCase } from './scans-of-case.ts'

type Model = { its: CaseBehind; scans: readonly ScannedPaper[] }

async function load(context: Context<{ receiptNumber: string }>): Promise<Model | typeof notFound> {
  const its = await context.read(caseBehind, context.params)
  const scans = its && (await context.read(scansOfCase, { caseId: its.id }))
  return its && scans ? { its, scans } : notFound
}

/** The form of a case as it came by mail: added here, and how far its check is. */
export const scanPage = page({
  path: officePaths.scanCase,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('it shows that a case is there, its form and what was scanned for it, and nothing of its person'),
  load,
  view: ({ t, model: { its, scans }, context }) => {
    const title = t('scans.page.title', { number: showReceiptNumber(its.receiptNumber) })
    return {
      title,
      wide: true,
      ...(isChecking(scans) ? { refreshSeconds: scanRefreshSeconds } : {}),
      body: (
        <div class="stack">
          <h1>{title}</h1>
          <p class="muted">
            {formShortTitle(context.services.agency, t, its.form)} · {t('scans.page.received', { on: t.day(its.receivedOn) })}
          </p>
          <ScanOutcomeNote t={t} context={context} scans={scans} />
          <p>{t('scans.page.lead')}</p>
          <AddScan t={t} action={officePaths.scanCase({ receiptNumber: its.receiptNumber })} csrfToken={context.csrfToken()} />
          <Card>
            <ScanList t={t} scans={scans} />
          </Card>
        </div>
      ),
    }
  },
})
