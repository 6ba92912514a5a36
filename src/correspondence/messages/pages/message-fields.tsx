import { longTextField } from '../../../platform/http/field.ts'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { TextArea } from '../../../ui/index.ts'
import { messageCharactersMost } from '../message.ts'

export const messageField = longTextField({ empty: 'messages.text.empty', most: messageCharactersMost })

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
