import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, Course, fileSize, FormShell, type PortState } from '../../../ui/index.ts'
import { type ArchiveState, offeredDays } from '../archive.ts'
import type { OwnArchive } from '../own-archive.ts'

const ports = ['asked', 'making', 'ready'] as const

const stateAt = (port: number, at: number, isReady: boolean): PortState => {
  if (port < at || isReady) return 'done'
  return port === at ? 'now' : 'later'
}

function HowFar({ t, state }: { t: Text; state: (typeof ports)[number] }) {
  const at = ports.indexOf(state)
  return <Course t={t} ports={ports.map((port, place) => ({ state: stateAt(place, at, state === 'ready'), title: t(`my-data.archive.${port}`) }))} />
}

function Ready({ t, archive }: { t: Text; archive: OwnArchive }) {
  const { id, readyAt, expiresAt, sizeBytes, files, sha256, takenAt } = archive
  const last = takenAt.at(-1)
  return (
    <>
      <Alert kind="good" live>
        <p>{t('my-data.archive.is-ready', { until: expiresAt ? t.instant(expiresAt) : '' })}</p>
      </Alert>
      <p>
        <ButtonLink href={paths.archive({ archive: id })}>{t('my-data.archive.download')}</ButtonLink>
      </p>
      <p>{t('my-data.archive.facts', { size: fileSize(t.language, sizeBytes), files, at: readyAt ? t.instant(readyAt) : '' })}</p>
      <p>{t('my-data.archive.taken', { count: takenAt.length, at: last ? t.instant(last) : '' })}</p>
      <p>
        {t('my-data.archive.hash')}: <code class="breaks">{sha256}</code>
      </p>
    </>
  )
}

function Standing({ t, archive }: { t: Text; archive: OwnArchive }) {
  const { state, expiresAt } = archive
  if (state === 'failed')
    return (
      <Alert kind="act">
        <p>{t('my-data.archive.failed')}</p>
      </Alert>
    )
  if (state === 'gone') return <p>{t('my-data.archive.gone', { at: expiresAt ? t.instant(expiresAt) : '' })}</p>
  return (
    <>
      <HowFar t={t} state={state} />
      {state === 'ready' ? (
        <Ready t={t} archive={archive} />
      ) : (
        <Alert kind="info" live>
          <p>{t('my-data.archive.wait')}</p>
        </Alert>
      )}
    </>
  )
}

export const isUnderWay = (state: ArchiveState | undefined): boolean => state === 'asked' || state === 'making'

/** Where the archive stands, and the one thing to do about it. */
export function ArchiveCard({ t, archive, csrfToken }: { t: Text; archive: OwnArchive | null; csrfToken: string }) {
  return (
    <section>
      <h2>{t('my-data.archive.title')}</h2>
      <p>{t('my-data.archive.intro', { days: offeredDays })}</p>
      {archive ? <Standing t={t} archive={archive} /> : null}
      {isUnderWay(archive?.state) ? null : (
        <FormShell action={paths.accountData()} csrfToken={csrfToken}>
          <Button look={archive?.state === 'ready' ? 'quiet' : undefined}>
            {t(archive?.state === 'ready' ? 'my-data.archive.ask-new' : 'my-data.archive.ask')}
          </Button>
        </FormShell>
      )}
      <p>{t('my-data.archive.private')}</p>
    </section>
  )
}
