import { longTextField, textField } from '../../../platform/http/field.ts'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { TextArea } from '../../../ui/index.ts'
import { messageCharactersMost } from '../message.ts'

export const messageField = longTextField({ empty: 'messages.text.empty', most: messageCharactersMost })

/** The tray whose files go along; empty: none. */
export const trayField = textField({ empty: 'messages.text.empty', most: 60, optional: true })

/** What is said of files that cannot go along; the message is kept. */
export const filesNotSent = {
  'no-such-tray': { at: '', key: 'messages.files.gone' },
  'submitted-before': { at: '', key: 'messages.files.gone' },
  'files-not-ready': { at: '', key: 'evidence.tray.files-not-ready' },
} as const

/** What is written; how long it may be is told before. */
export function MessageInput({ t, form }: { t: Text; form: FormState }) {
  return (
    <TextArea
      name="text"
      label={t('messages.text')}
      hint={t('messages.text.hint', { most: t.number(messageCharactersMost) })}
      value={form.value('text')}
      error={form.error('text')}
      rows={8}
    />
  )
}
