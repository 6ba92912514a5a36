import type { Text } from '../platform/i18n/text.ts'

type IdleNoticeProps = {
  t: Text
  /** When the session ends if nothing is done. */
  endsAt: Temporal.Instant
  /** Seconds from now until then: the browser's own clock may be wrong. */
  secondsLeft: number
  /** Where a POST with the token keeps the session open. */
  extendPath: string
  csrfToken: string
}

/** What a script is told of a session that goes on. Seconds from now, because the browser's own clock may be wrong. */
export const goesOnWords = (t: Text, endsAt: Temporal.Instant, now: Temporal.Instant) => ({
  secondsLeft: Math.round(now.until(endsAt).total('seconds')),
  words: t('ui.idle.ends', { time: t.time(endsAt) }),
})

/** Says when the session ends; with a script a dialog asks in time whether to go on (WCAG 2.2.1). */
export function IdleNotice({ t, endsAt, secondsLeft, extendPath, csrfToken }: IdleNoticeProps) {
  return (
    <aside
      class="idle-notice"
      aria-label={t('ui.idle.label')}
      data-idle
      data-seconds-left={secondsLeft}
      data-extend={extendPath}
      data-csrf={csrfToken}
      data-minutes-words={t('ui.idle.left', { minutes: '%minutes%', seconds: '%seconds%' })}
    >
      <p class="wrap muted" data-idle-ends>
        {t('ui.idle.ends', { time: t.time(endsAt) })}
      </p>
      <dialog class="card" aria-labelledby="idle-title" data-idle-dialog>
        <h2 id="idle-title">{t('ui.idle.title')}</h2>
        <p data-idle-left />
        <p>{t('ui.idle.kept')}</p>
        <button class="usa-button" type="button" data-idle-stay>
          {t('ui.idle.stay')}
        </button>
      </dialog>
      <div hidden data-idle-ended>
        <p class="wrap due" role="alert">
          {t('ui.idle.ended')}
        </p>
      </div>
    </aside>
  )
}
