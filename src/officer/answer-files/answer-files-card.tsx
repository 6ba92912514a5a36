import { fileFacts, limitValues, refusalWords, whatIsTaken } from '../../evidence/index.ts'
import type { Context } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, FileField, FormShell, HiddenWords, type ShownError, Tag } from '../../ui/index.ts'
import { type AnswerFile, answerFilesMost } from './answer-file.ts'
import { filesOutcomeIn } from './files-outcome.ts'

type Params = { receiptNumber: string; thread: string }
type Parts = { t: Text; context: Context<Params>; files: readonly AnswerFile[] }

const fieldId = 'files'

/** Why files were not taken, for the summary above the page and beside the field. */
export function answerFileProblems({ t, context: { query, services } }: Omit<Parts, 'files'>): readonly ShownError[] {
  const values = limitValues(services.agency, t)
  return filesOutcomeIn(query).problems.map((problem) => ({
    at: fieldId,
    message: problem === 'too-many-files' ? t('messages.office.files.too-many', { most: answerFilesMost }) : t(`evidence.problem.${problem}`, values),
  }))
}

/** What came of the files that were just sent. */
export function AnswerFilesNote({ t, context }: Omit<Parts, 'files'>) {
  const { added, there } = filesOutcomeIn(context.query)
  if (added + there === 0) return null
  return (
    <Alert kind={added > 0 ? 'good' : 'info'} live>
      {added > 0 ? <p>{t('messages.office.files.added', { count: added })}</p> : null}
      {there > 0 ? <p>{t('messages.office.files.there', { count: there })}</p> : null}
    </Alert>
  )
}

const states = {
  received: ['wait', 'evidence.state.checking'],
  clean: ['good', 'evidence.state.ready'],
  refused: ['act', 'evidence.state.refused'],
} as const

function GatheredFile({ t, context, file }: Omit<Parts, 'files'> & { file: AnswerFile }) {
  const [kind, words] = file.unscannedSince ? (['wait', 'evidence.state.scanner-away'] as const) : states[file.state]
  return (
    <li>
      <p>
        <bdi>{file.name}</bdi> <span class="muted">{fileFacts(t, file)}</span> <Tag kind={kind}>{t(words)}</Tag>
      </p>
      {file.refusal ? <p>{refusalWords(context.services.agency, t, file.refusal)}</p> : null}
      <FormShell action={officePaths.removeAnswerFile({ ...context.params, attached: file.id })} csrfToken={context.csrfToken()} class="inline-form">
        <Button look="quiet">
          {t('messages.office.files.remove')} <HiddenWords>{file.name}</HiddenWords>
        </Button>
      </FormShell>
    </li>
  )
}

/** Files that go with the next answer. They are added before it is written: without scripts an upload is a page of its own. */
export function AnswerFilesCard({ t, context, files, error }: Parts & { error: string | undefined }) {
  const problems = answerFileProblems({ t, context })
  const { accept, kinds, mostBytes } = whatIsTaken(context.services.agency, t)
  return (
    <Card title={t('messages.files.title')}>
      <p>{t('messages.office.files.about')}</p>
      {files.length > 0 ? (
        <ul class="plain-list" aria-label={t('messages.office.files.list')}>
          {files.map((file) => (
            <GatheredFile key={file.id} t={t} context={context} file={file} />
          ))}
        </ul>
      ) : null}
      {files.some(({ state }) => state === 'received') ? (
        <p>
          <a href={officePaths.messageThread(context.params)}>{t('evidence.check-again')}</a>
        </p>
      ) : null}
      <FormShell action={officePaths.answerFiles(context.params)} csrfToken={context.csrfToken()} files class="form">
        <FileField
          t={t}
          name={fieldId}
          label={t('messages.office.files.field')}
          hint={t('messages.office.files.hint', { most: answerFilesMost })}
          error={error ?? (problems.map(({ message }) => message).join(' ') || undefined)}
          accept={accept}
          kinds={kinds}
          mostBytes={mostBytes}
          multiple
        />
        <Button look="quiet">{t('messages.office.files.add')}</Button>
      </FormShell>
    </Card>
  )
}
