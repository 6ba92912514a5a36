import { type CaseBehind, caseBehind, formShortTitle, showReceiptNumber } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, fileSize, FileField, FormShell } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { ScanList } from './scan-words.tsx'
import { scanFileField, scanOutcomeIn } from './scan-outcome.ts'
import { type ScannedPaper, scanLimits } from './scanned-paper.ts'
import { scansOfCase } from './scans-of-case.ts'

const refreshSeconds = 3

type Model = { its: CaseBehind; scans: readonly ScannedPaper[] }

async function load(context: Context<{ receiptNumber: string }>): Promise<Model | typeof notFound> {
  const its = await context.read(caseBehind, context.params)
  const scans = its && (await context.read(scansOfCase, { caseId: its.id }))
  return its && scans ? { its, scans } : notFound
}

function Outcome({ t, context, scans }: { t: Text; context: Pick<Context, 'query'>; scans: Model['scans'] }) {
  const outcome = scanOutcomeIn(context.query)
  if (!outcome) return null
  if (outcome === 'received' || outcome === 'doubled') {
    const waits = scans.some(({ unscannedSince }) => unscannedSince !== null)
    return (
      <Alert kind={outcome === 'received' ? 'good' : 'info'} live>
        <p>{t(`scans.done.${outcome}`)}</p>
        {waits ? <p>{t('scans.done.waits')}</p> : null}
      </Alert>
    )
  }
  return (
    <Alert kind="act" live>
      <p>{t(`scans.problem.${outcome}`, { most: fileSize(t.language, scanLimits.sizeBytesMax) })}</p>
    </Alert>
  )
}

function AddScan({ t, its, csrfToken }: { t: Text; its: CaseBehind; csrfToken: string }) {
  return (
    <FormShell action={officePaths.scanCase({ receiptNumber: its.receiptNumber })} csrfToken={csrfToken} files>
      <FileField
        t={t}
        name={scanFileField}
        label={t('scans.file')}
        hint={t('scans.file.hint')}
        accept="application/pdf"
        kinds={t('scans.file.kinds')}
        mostBytes={scanLimits.sizeBytesMax}
      />
      <Button>{t('scans.add')}</Button>
    </FormShell>
  )
}

/** The form of a case as it came by mail: added here, and how far its check is. */
export const scanPage = page({
  path: officePaths.scanCase,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('it shows that a case is there, its form and what was scanned for it, and nothing of its person'),
  load,
  view: ({ t, model: { its, scans }, context }) => {
    const isChecking = scans.some(({ state, unscannedSince }) => state === 'received' && unscannedSince === null)
    const title = t('scans.page.title', { number: showReceiptNumber(its.receiptNumber) })
    return {
      title,
      wide: true,
      ...(isChecking ? { refreshSeconds } : {}),
      body: (
        <div class="stack">
          <h1>{title}</h1>
          <p class="muted">
            {formShortTitle(context.services.agency, t, its.form)} · {t('scans.page.received', { on: t.day(its.receivedOn) })}
          </p>
          <Outcome t={t} context={context} scans={scans} />
          <p>{t('scans.page.lead')}</p>
          <AddScan t={t} its={its} csrfToken={context.csrfToken()} />
          <Card>
            <ScanList t={t} scans={scans} />
          </Card>
        </div>
      ),
    }
  },
})
