import { type FilledTray, TrayFiles } from '../../../evidence/index.ts'
import type { Context } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Button, Card, FormShell } from '../../../ui/index.ts'

type Attaching = { t: Text; filled: FilledTray | null; context: Pick<Context, 'services' | 'csrfToken' | 'query'>; action: string }

/** Files that go with the next message. They are added before it is written: without scripts an upload is a page of its own. */
export function AttachFiles({ t, filled, context, action }: Attaching) {
  const { agency, clock } = context.services
  if (filled)
    return (
      <TrayFiles
        t={t}
        agency={agency}
        csrfToken={context.csrfToken()}
        filled={filled}
        query={context.query}
        now={clock.now()}
        words={() => ({ document: t('messages.file'), hint: t('messages.file.hint') })}
      />
    )
  return (
    <Card title={t('messages.files.title')}>
      <p>{t('messages.files.about')}</p>
      <FormShell action={action} csrfToken={context.csrfToken()} class="inline-form">
        <Button look="quiet">{t('messages.files.add')}</Button>
      </FormShell>
    </Card>
  )
}
