import { withNext } from '../../accounts/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'

/** What the script of uploads says; it speaks here too, when a file is here or is not taken. The signs stand for what it fills in. */
export const UploadWords = ({ t, back }: { t: Text; back: string }) => (
  <p
    class="hidden-words"
    role="status"
    data-upload-words
    data-take-photo={t('evidence.upload.take-photo')}
    data-waiting={t('evidence.upload.waiting')}
    data-going={t('evidence.upload.going')}
    data-paused={t('evidence.upload.paused')}
    data-away={t('evidence.upload.away')}
    data-done={t('evidence.upload.done')}
    data-doubled={t('evidence.done.doubled')}
    data-gone={t('evidence.upload.gone')}
    data-pause={t('evidence.upload.pause')}
    data-go-on={t('evidence.upload.go-on')}
    data-cancel={t('evidence.upload.cancel')}
    data-sign-in={t('evidence.upload.sign-in')}
    data-sign-in-at={withNext(paths.signIn(), back)}
    data-of={t('evidence.upload.of', { there: '%there%', all: '%all%' })}
    data-progress-of={t('evidence.upload.progress-of', { name: '%name%' })}
    data-said-done={t('evidence.upload.said-done', { name: '%name%' })}
    data-said-refused={t('evidence.upload.said-refused', { name: '%name%' })}
  />
)
