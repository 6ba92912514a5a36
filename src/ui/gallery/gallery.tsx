import type { Text } from '../../platform/i18n/text.ts'
import { Breadcrumb, ButtonLink, ButtonRow, Card, ErrorSummary, Hero, NumberText, StepIndicator, TextField } from '../index.ts'
import {
  GalleryAlerts,
  GalleryCourse,
  GalleryFacts,
  GalleryLists,
  GalleryReview,
  GalleryTasks,
  GalleryTodo,
} from './gallery-case.tsx'
import { GalleryFields } from './gallery-fields.tsx'
import { type Sample, sampleIn } from './sample.ts'

function Front({ t, s }: { t: Text; s: Sample }) {
  const actions = (
    <ButtonRow>
      <ButtonLink href="#main">{t('ui.nav.sign-up')}</ButtonLink>
      <ButtonLink href="#main" look="quiet">
        {t('ui.nav.sign-in')}
      </ButtonLink>
    </ButtonRow>
  )
  return (
    <Hero title={s('front-title')} lead={s('front-lead')} actions={actions}>
      <Card title={t('ui.nav.case-status')} plate>
        <TextField name="receiptNumber" label={s('receipt')} hint={s('receipt-hint')} numeric />
        <p />
        <ButtonLink href="#main">{t('ui.nav.case-status')}</ButtonLink>
      </Card>
    </Hero>
  )
}

function ThreeNumbers({ t, s }: { t: Text; s: Sample }) {
  return (
    <Card title={s('numbers')}>
      <div class="columns">
        <div>
          <NumberText t={t} kind="account" value="482109375523" big />
          <p>
            <strong>{s('account-number')}.</strong> {s('account-number-what')}
          </p>
        </div>
        <div>
          <NumberText t={t} kind="a-number" value="A087654321" big />
          <p>
            <strong>{s('a-number')}.</strong> {s('a-number-what')}
          </p>
        </div>
        <div>
          <NumberText t={t} kind="receipt" value="IOE9012345677" big />
          <p>
            <strong>{s('receipt')}.</strong> {s('receipt-what')}
          </p>
        </div>
      </div>
    </Card>
  )
}

/** Every part in every state, to be looked at and checked: not an address of the product. */
export function Gallery({ t }: { t: Text }) {
  const s = sampleIn(t)
  const errors = [
    { at: 'email', message: s('email-error') },
    { at: 'password', message: s('password-error') },
    { at: 'reason-missing', message: s('why-error') },
  ]
  return (
    <div class="stack">
      <Front t={t} s={s} />
      <ThreeNumbers t={t} s={s} />
      <Breadcrumb t={t} trail={[{ words: t('ui.nav.account'), href: '#main' }, { words: s('where') }]} />
      <StepIndicator t={t} current={4} of={9} title={s('password-title')} />
      <ErrorSummary t={t} errors={errors} />
      <div class="two">
        <div class="stack">
          <GalleryTodo t={t} />
          <GalleryCourse t={t} />
          <GalleryTasks t={t} />
          <GalleryReview t={t} />
        </div>
        <aside class="stack">
          <GalleryFacts t={t} />
        </aside>
      </div>
      <GalleryAlerts t={t} />
      <GalleryFields t={t} />
      <GalleryLists t={t} />
    </div>
  )
}
