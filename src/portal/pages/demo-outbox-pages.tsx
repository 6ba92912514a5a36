import { fileAnswer, json, notFound } from '../../platform/http/answer.ts'
import { type Context, endpoint, page, recordsNothing, type Route } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import type { OutboxEntry } from '../../platform/mail/index.ts'
import { paths } from '../../platform/paths.ts'
import { Card, EmptyState, InstantText } from '../../ui/index.ts'
import { demoAttachment, demoOutbox, outboxJson } from '../demo-outbox.ts'

/** What is in nobody's mail: the codes that staff members' authentication apps show now. */
export type AppCodes = (context: Pick<Context, 'services'>) => Promise<readonly OutboxEntry[]>

const audit = recordsNothing('Invented people only, in a demonstration alone')

const isLink = (line: string) => /^https?:\/\/\S+$/.test(line)

const Line = ({ line }: { line: string }) => (isLink(line) ? <a href={line}>{line}</a> : <span>{line}</span>)

/** A mail as plain text, its lines kept; a link that stands alone on one can be followed. */
function MailText({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((block, place) => (
        <p key={place}>
          {block.split('\n').map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              <Line key={index} line={line} />
            </>
          ))}
        </p>
      ))}
    </>
  )
}

function Entry({ t, entry }: { t: Text; entry: OutboxEntry }) {
  return (
    <Card>
      <h2>{entry.subject}</h2>
      <p class="muted">
        {t(`portal.outbox.channel.${entry.channel}`)} · {t('portal.outbox.to', { to: entry.recipient })} ·{' '}
        <InstantText t={t} at={entry.sent_at} />
      </p>
      <MailText text={entry.body_text} />
      {entry.attachments.map(({ name, url }) => (
        <p key={name}>
          <a href={url}>{t('portal.outbox.attachment', { name })}</a>
        </p>
      ))}
    </Card>
  )
}

async function entriesOf(context: Context, appCodes: AppCodes): Promise<readonly OutboxEntry[] | null> {
  const sent = await context.read(demoOutbox, {})
  return sent && [...(await appCodes(context)), ...sent]
}

export const demoOutboxRoutes = (appCodes: AppCodes): readonly Route[] => [
  page({
    path: paths.demoOutbox,
    access: anyone,
    audit,
    load: async (context) => (await entriesOf(context, appCodes)) ?? notFound,
    view: ({ t, model }) => ({
      title: t('portal.outbox.title'),
      body: (
        <>
          <h1>{t('portal.outbox.title')}</h1>
          <p class="lead">{t('portal.outbox.intro')}</p>
          {model.length === 0 ? (
            <EmptyState title={t('portal.outbox.empty.title')}>
              <p>{t('portal.outbox.empty.body')}</p>
            </EmptyState>
          ) : null}
          <div class="stack">
            {model.map((entry) => (
              <Entry key={entry.id} t={t} entry={entry} />
            ))}
          </div>
        </>
      ),
    }),
  }),
  endpoint({
    path: paths.demoOutboxJson,
    method: 'GET',
    access: anyone,
    audit,
    run: async (context) => {
      const entries = await entriesOf(context, appCodes)
      return entries ? json(entries.map(outboxJson)) : notFound
    },
  }),
  endpoint({
    path: paths.demoAttachment,
    method: 'GET',
    access: anyone,
    audit,
    run: async (context) => {
      const found = await context.read(demoAttachment, context.params)
      return found ? fileAnswer({ body: found.bytes, contentType: found.content_type, fileName: found.name, inline: true }) : notFound
    },
  }),
]
