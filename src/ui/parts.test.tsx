import assert from 'node:assert/strict'
import test from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { textOf } from '../platform/i18n/text.ts'
import {
  Alert,
  BackupCode,
  Breadcrumb,
  Button,
  Card,
  Course,
  DayText,
  EmptyState,
  ErrorSummary,
  FactsList,
  FormShell,
  IdleNotice,
  InstantText,
  NumberText,
  Pagination,
  PrintButton,
  StepIndicator,
  SummaryList,
  Table,
  Tag,
  TaskList,
  TodoCard,
  WhyWeAsk,
} from './index.ts'
import { pagesShown } from './pagination.tsx'

const t = textOf('en', 'America/Chicago')

test('an error summary is announced, focused, counts its faults and leads to each field', () => {
  const html = renderToString(<ErrorSummary t={t} errors={[{ at: 'email', message: 'Enter an email' }, { at: '', message: 'Try again' }]} />)
  assert.match(html, /role="alert" tabindex="-1" aria-labelledby="error-summary-title" data-focus-on-load/)
  assert.match(html, /There are 2 problems/)
  assert.match(html, /<a href="#email">Enter an email<\/a>/)
  assert.match(html, /<li>Try again<\/li>/)
})

test('without faults there is no summary', () => {
  assert.equal(renderToString(<ErrorSummary t={t} errors={[]} />), '')
})

test('a form posts with its token first, and its key where it creates something', () => {
  const html = renderToString(
    <FormShell action="/sign-up" csrfToken="tok" idempotencyKey="key" files>
      <Button>Send</Button>
    </FormShell>,
  )
  assert.match(html, /<form[^>]*method="post" action="\/sign-up" enctype="multipart\/form-data" novalidate[^>]*><input type="hidden" name="csrf" value="tok"\/>/)
  assert.match(html, /name="idempotencyKey" value="key"/)
  assert.doesNotMatch(renderToString(<FormShell action="/x" csrfToken="tok">x</FormShell>), /idempotency|enctype/)
})

test('a button sends its form and a form has no other kind', () => {
  assert.match(renderToString(<Button name="choice" value="yes">Send</Button>), /type="submit" name="choice" value="yes"/)
})

test('a course tells done, now and later in words as well, and marks the present', () => {
  const html = renderToString(
    <Course t={t} ports={[{ state: 'done', title: 'Received' }, { state: 'now', title: 'Waiting' }, { state: 'later', title: 'Decision' }]} />,
  )
  assert.match(html, /port--done"><span class="port-title"><span class="hidden-words">Done: <\/span>Received/)
  assert.match(html, /port--now" aria-current="step">/)
  assert.match(html, /Later: <\/span>Decision/)
})

test('steps say their count in words and draw one port each', () => {
  const html = renderToString(<StepIndicator t={t} current={4} of={9} />)
  assert.match(html, /Step 4 of 9/)
  assert.equal(html.match(/step--done/g)?.length, 3)
  assert.equal(html.match(/step--later/g)?.length, 5)
})

test('a way of many steps is drawn with twelve ports, the first for the first step and the last for the last alone', () => {
  const states = (current: number) => {
    const html = renderToString(<StepIndicator t={t} current={current} of={49} />)
    return [...html.matchAll(/step--(done|now|later)/g)].map(([, state]) => state)
  }
  assert.equal(states(1).length, 12)
  assert.deepEqual([states(1).indexOf('now'), states(48).indexOf('now'), states(49).indexOf('now')], [0, 10, 11])
  assert.match(renderToString(<StepIndicator t={t} current={21} of={49} />), /21[^<]*49/)
})

test('a task that cannot be begun is no link, and every task says its state', () => {
  const html = renderToString(
    <TaskList t={t} tasks={[{ title: 'About you', state: 'done', href: '/a' }, { title: 'Sign', state: 'later' }]} />,
  )
  assert.match(html, /<a href="\/a" aria-describedby="task-1-state">About you<\/a>/)
  assert.doesNotMatch(html, /<a[^>]*>Sign</)
  assert.match(html, /Done<\/span>/)
  assert.match(html, /Not yet<\/span>/)
})

test('a change link says aloud what it changes', () => {
  const html = renderToString(<SummaryList t={t} rows={[{ question: 'Family name', answer: 'Reyes', change: '/c' }]} />)
  assert.match(html, /<a href="\/c">Change <span class="hidden-words">Family name<\/span><\/a>/)
})

test('a number is whole in the text, grouped to the eye and read sign by sign', () => {
  const html = renderToString(<NumberText t={t} kind="receipt" value="IOE9012345677" copy />)
  assert.equal(html.replace(/<[^>]+>/g, ''), 'IOE9012345677')
  assert.match(html, /aria-label="I O E, 9 0 1 2, 3 4 5, 6 7 7"/)
  assert.match(html, /data-copy="IOE9012345677"/)
  assert.doesNotMatch(renderToString(<NumberText t={t} kind="account" value="482109375523" />), /data-copy/)
})

test('a backup code stands in one element, exactly as it is to be kept', () => {
  assert.match(renderToString(<BackupCode t={t} code="K7QM-2XHD-94TP" />), /<code[^>]*>K7QM-2XHD-94TP<\/code>/)
})

test('a table names its columns in every cell, for the narrow screen, and its rows by the first', () => {
  const html = renderToString(<Table caption="Documents" head={['Document', 'Pages']} numeric={[1]} rows={[['Receipt notice', 2]]} />)
  assert.match(html, /<caption>Documents<\/caption>/)
  assert.match(html, /<th scope="row" data-label="Document">Receipt notice<\/th><td data-label="Pages" class="numeric">2/)
})

test('pages near the current one are shown, and gaps where some are left out', () => {
  assert.deepEqual(pagesShown(5, 9), [1, 0, 4, 5, 6, 0, 9])
  assert.deepEqual(pagesShown(1, 3), [1, 2, 3])
  assert.equal(renderToString(<Pagination t={t} current={1} of={1} hrefOf={String} />), '')
  assert.match(renderToString(<Pagination t={t} current={2} of={3} hrefOf={(n) => `?page=${n}`} />), /href="\?page=2" aria-label="Page 2" aria-current="page"/)
})

test('the last crumb is this page and no link', () => {
  const html = renderToString(<Breadcrumb t={t} trail={[{ words: 'My Account', href: '/account' }, { words: 'Case' }]} />)
  assert.match(html, /aria-label="You are here"/)
  assert.match(html, /aria-current="page"><svg.*<\/svg><span>Case<\/span>/)
})

test('a live alert is announced, another is not', () => {
  assert.match(renderToString(<Alert kind="good" live>Saved</Alert>), /role="status"/)
  assert.doesNotMatch(renderToString(<Alert kind="info">Kept</Alert>), /role=/)
})

test('the print button waits for the script that makes it work', () => {
  assert.match(renderToString(<PrintButton t={t} />), /type="button" data-print="true" hidden/)
})

test('without a script the end of the session is told with its time', () => {
  const html = renderToString(
    <IdleNotice t={t} endsAt={Temporal.Instant.from('2026-11-23T18:00:00Z')} secondsLeft={900} extendPath="/session/extend" csrfToken="tok" />,
  )
  assert.match(html, /signed out at 12:00\sPM/)
  assert.match(html, /data-seconds-left="900" data-extend="\/session\/extend" data-csrf="tok"/)
})

test('a moment and a day have a form for machines', () => {
  assert.match(renderToString(<InstantText t={t} at={Temporal.Instant.from('2026-11-03T16:00:00Z')} />), /<time datetime="2026-11-03T16:00:00Z">/)
  assert.match(renderToString(<DayText t={t} day={Temporal.PlainDate.from('2027-01-26')} weekday />), /<time datetime="2027-01-26">Tuesday, January 26, 2027/)
})

test('cards, facts, tags and reasons draw what they are given', () => {
  assert.match(renderToString(<Card title="Documents">x</Card>), /<section class="card"><h2>Documents<\/h2>x/)
  assert.match(renderToString(<FactsList facts={[{ name: 'Office', value: 'Chicago' }]} />), /<dt>Office<\/dt><dd>Chicago<\/dd>/)
  assert.match(renderToString(<Tag kind="act">New</Tag>), /tag--act">New/)
  assert.match(renderToString(<WhyWeAsk t={t}>Because</WhyWeAsk>), /<details class="why"><summary>Why we ask<\/summary>/)
})

test('what is asked of the person has its date and one button; an empty place says what to do', () => {
  const todo = renderToString(<TodoCard title="Send one document" due="by January 26" action={{ href: '/r', words: 'Respond to request' }} />)
  assert.match(todo, /<p class="due">by January 26<\/p>/)
  assert.equal(todo.match(/<a /g)?.length, 1)
  assert.match(renderToString(<EmptyState title="No cases yet" action={{ href: '/add', words: 'Add' }}>Soon</EmptyState>), /href="\/add"/)
})
