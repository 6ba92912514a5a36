import { fileSize, Alert, Card, SummaryList } from '../../ui/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Lines } from '../lines.tsx'
import type { Read, ReadText } from './changes.ts'

/** What differs is said in words, so that it is seen without colour and heard. */
function Value({ t, value: { is, changed, was } }: { t: Text; value: Read<string> }) {
  if (!changed) return <Lines text={is} />
  return (
    <>
      <strong>{t(was === null ? 'prepared.changed.new' : 'prepared.changed.now')}</strong> <Lines text={is} />
      {was === null ? null : (
        <>
          <br />
          <span class="muted">
            {t('prepared.changed.was')} <Lines text={was} />
          </span>
        </>
      )}
    </>
  )
}

interface Props {
  t: Text
  read: ReadText
  /** Files of the client's own copy, which they can open; none while it is being made. */
  opens?: { readonly copy: string; readonly files: readonly { readonly id: string; readonly document: string; readonly sha256: string; readonly sizeBytes: number }[] } | undefined
}

function Files({ t, read, opens }: Props) {
  if (read.files.length === 0) return null
  const own = (document: string, sha256: string) => opens?.files.find((file) => file.document === document && file.sha256 === sha256)
  return (
    <Card title={t('prepared.files.title')}>
      <ul>
        {read.files.map(({ is, changed }) => {
          const file = own(is.document, is.sha256)
          const name = <bdi>{is.name}</bdi>
          return (
            <li key={`${is.document} ${is.sha256} ${is.translates ?? ''}`}>
              {changed ? <strong>{t('prepared.changed.new')} </strong> : null}
              {is.label}: {file && opens ? <a href={paths.draftEvidenceFile({ draft: opens.copy, file: file.id })}>{name}</a> : name}
              {file ? ` (${fileSize(t.language, file.sizeBytes)})` : ''}
              {is.translationOf ? ` ${t('prepared.files.translates', { name: is.translationOf })}` : ''}
              {(is.described ?? []).length > 0 ? (
                <ul>
                  {is.described?.map(({ name: part, value }) => (
                    <li key={part}>
                      {part}: <span dir="auto">{value}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** A document of a package as it will be filed, with what changed since the client read it last. */
export function DocumentView({ t, read, opens }: Props) {
  return (
    <>
      {read.isFirst ? null : (
        <Alert kind={read.count > 0 ? 'warn' : 'info'} title={t('prepared.changed.title')}>
          <p>{t('prepared.changed.count', { count: read.count })}</p>
        </Alert>
      )}
      {read.sections.map(({ heading, rows }) => (
        <Card key={heading} title={heading}>
          <SummaryList t={t} rows={rows.map(({ label, value }) => ({ question: label, answer: <Value t={t} value={value} /> }))} />
        </Card>
      ))}
      <Files t={t} read={read} opens={opens} />
      {read.gone.length > 0 ? (
        <Card title={t('prepared.changed.gone')}>
          <ul>
            {read.gone.map(({ label, was }, index) => (
              <li key={index}>
                {label}: <Lines text={was} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
