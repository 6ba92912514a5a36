import type { Text } from '../../platform/i18n/text.ts'
import {
  Alert,
  BackupCode,
  Card,
  Course,
  EmptyState,
  FactsList,
  InstantText,
  NumberText,
  Pagination,
  Paragraphs,
  SummaryList,
  Table,
  Tag,
  TaskList,
  TodoCard,
} from '../index.ts'
import { sampleIn } from './sample.ts'

const at = (day: string) => Temporal.Instant.from(`${day}T16:00:00Z`)

export function GalleryCourse({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <Card title={s('where')}>
      <Course
        t={t}
        ports={[
          { state: 'done', title: s('received'), when: <InstantText t={t} at={at('2026-11-03')} /> },
          { state: 'done', title: s('fingerprints'), when: <InstantText t={t} at={at('2026-11-14')} /> },
          { state: 'now', title: s('waiting'), when: <InstantText t={t} at={at('2026-11-22')} /> },
          { state: 'later', title: s('review'), note: s('review-note') },
          { state: 'later', title: s('card-made') },
        ]}
      />
    </Card>
  )
}

export function GalleryTodo({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <TodoCard title={s('todo')} due={s('todo-due')} action={{ href: '#main', words: s('respond') }}>
      <p>{s('todo-text')}</p>
    </TodoCard>
  )
}

export function GalleryFacts({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <Card>
      <FactsList
        facts={[
          { name: s('status'), value: <Tag kind="wait">{s('waiting-for-you')}</Tag> },
          { name: s('office'), value: s('office-name') },
          { name: s('receipt'), value: <NumberText t={t} kind="receipt" value="IOE9012345677" copy /> },
          { name: s('account-number'), value: <NumberText t={t} kind="account" value="482109375523" copy /> },
          { name: s('representative'), value: s('none') },
        ]}
      />
    </Card>
  )
}

export function GalleryTasks({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <Card title={s('tasks')}>
      <TaskList
        t={t}
        tasks={[
          { title: s('task-about'), state: 'done', href: '#main' },
          { title: s('task-address'), state: 'problem', href: '#main', hint: s('birth-error') },
          { title: s('task-card'), state: 'started', href: '#main' },
          { title: s('task-evidence'), state: 'open', href: '#main' },
          { title: s('task-sign'), state: 'later' },
        ]}
      />
    </Card>
  )
}

export function GalleryReview({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <Card title={s('check')}>
      <SummaryList
        t={t}
        rows={[
          { question: s('family-name'), answer: s('name-answer'), change: '#main' },
          { question: s('birth'), answer: t.day(Temporal.PlainDate.from('1987-03-28')), change: '#main' },
          { question: s('why'), answer: s('why-lost') },
        ]}
      />
    </Card>
  )
}

export function GalleryLists({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <>
      <Card>
        <Table
          caption={s('documents')}
          head={[s('document'), s('sent'), s('pages')]}
          numeric={[2]}
          rows={[
            [s('receipt-notice'), t.day(Temporal.PlainDate.from('2026-11-03')), t.number(2)],
            [
              <>
                {s('request')} <Tag kind="act">{s('new')}</Tag>
              </>,
              t.day(Temporal.PlainDate.from('2026-11-22')),
              t.number(1204),
            ],
          ]}
        />
        <Pagination t={t} current={4} of={12} hrefOf={(page) => `#page-${page}`} />
      </Card>
      <EmptyState title={s('empty')} action={{ href: '#main', words: t('ui.nav.add-case') }}>
        <p>{s('empty-text')}</p>
      </EmptyState>
      <BackupCode t={t} code="K7QM-2XHD-94TP-WCRA" />
      <Card>
        <Paragraphs text={s('terms')} />
      </Card>
    </>
  )
}

export function GalleryAlerts({ t }: { t: Text }) {
  const s = sampleIn(t)
  return (
    <div>
      <Alert kind="info">{s('info')}</Alert>
      <Alert kind="good" title={s('good-title')}>
        {s('good')}
      </Alert>
      <Alert kind="warn">{s('warn')}</Alert>
      <Alert kind="act">{s('act')}</Alert>
      <p>
        <Tag>{s('received')}</Tag> <Tag kind="good">{s('approved')}</Tag> <Tag kind="wait">{s('waiting-for-you')}</Tag>{' '}
        <Tag kind="act">{s('new')}</Tag>
      </p>
    </div>
  )
}
