import { type AgencyPack, agencyText, leavingPath } from '../../agency/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, Card } from '../../ui/index.ts'
import { ThreeNumbers } from '../three-numbers.tsx'
import { DrawnNotice } from './drawn-notice.tsx'

interface Reader {
  readonly t: Text
  readonly agency: AgencyPack
}

const topics = ['what', 'who', 'where', 'make', 'differ', 'abroad', 'questions'] as const
const whoGets = ['online', 'paper', 'same', 'not'] as const
const makeSteps = ['email', 'link', 'terms', 'password', 'backup', 'type'] as const
const questions = ['look', 'secret', 'paper', 'no-notice', 'two', 'child', 'wrong'] as const

/** Words with a link in them. */
const linked = (t: Text, key: 'help.number.where.profile' | 'help.number.where.lost' | 'help.number.make.notice', href: string) =>
  t.rich(key, { link: (words) => <a href={href}>{words}</a> })

function Contents({ t }: { t: Text }) {
  return (
    <nav aria-label={t('help.number.contents')}>
      <ul>
        {topics.map((topic) => (
          <li key={topic}>
            <a href={`#${topic}`}>{t(`help.number.${topic}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Heading = ({ t, topic }: { t: Text; topic: (typeof topics)[number] }) => <h2 id={topic}>{t(`help.number.${topic}.title`)}</h2>

function WhatAndWho({ t, agency }: Reader) {
  return (
    <>
      <section>
        <Heading t={t} topic="what" />
        <p>{t('help.number.what.paper', { agency: agency.shortName })}</p>
        <p>{t('help.number.what.keep')}</p>
      </section>
      <section>
        <Heading t={t} topic="who" />
        <ul>
          {whoGets.map((who) => (
            <li key={who}>{t(`help.number.who.${who}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Where({ t }: { t: Text }) {
  return (
    <section>
      <Heading t={t} topic="where" />
      <ul>
        <li>{linked(t, 'help.number.where.profile', paths.profile())}</li>
        <li>{t('help.number.where.mail')}</li>
        <li>{t('help.number.where.papers')}</li>
        <li>{t('help.number.where.notice')}</li>
      </ul>
      <DrawnNotice t={t} />
      <p>{linked(t, 'help.number.where.lost', paths.forgotUsername())}</p>
    </section>
  )
}

function HowToMake({ t }: { t: Text }) {
  return (
    <section>
      <Heading t={t} topic="make" />
      <ol>
        {makeSteps.map((step) => (
          <li key={step}>{t(`help.number.make.${step}`)}</li>
        ))}
      </ol>
      <p>
        <ButtonLink href={paths.signUp()}>{t('help.number.make.start')}</ButtonLink>
      </p>
      <p>{linked(t, 'help.number.make.notice', paths.claim())}</p>
    </section>
  )
}

function Abroad({ t, agency }: Reader) {
  const { id } = agency.consulates
  const place = agencyText(agency, t, 'agency', `link.${id}.name`)
  return (
    <section>
      <Heading t={t} topic="abroad" />
      <p>{t('help.number.abroad.who')}</p>
      <p>{t('help.number.abroad.phone')}</p>
      <p>{t.rich('help.number.abroad.consulate', { place, link: (words) => <a href={leavingPath(id)}>{words}</a> })}</p>
    </section>
  )
}

function Questions({ t, agency }: Reader) {
  return (
    <section>
      <Heading t={t} topic="questions" />
      <Card>
        <div class="stack">
          {questions.map((id) => (
            <section key={id}>
              <h3>{t(`help.number.${id}.question`)}</h3>
              <p>{t(`help.number.${id}.answer`, { agency: agency.shortName })}</p>
            </section>
          ))}
        </div>
      </Card>
    </section>
  )
}

/** `/help/online-account-number`: what the number is, who gets one, where it stands, and what it is not. */
export const helpAccountNumberPage = page({
  path: paths.helpAccountNumber,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  view: ({ t, context }) => {
    const { agency } = context.services
    const title = t('help.number.title', { agency: agency.shortName })
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('ui.nav.help'), href: paths.help() }, { words: title }]} />
          <h1>{title}</h1>
          <p class="lead">{t('help.number.short')}</p>
          <div class="stack">
            <Contents t={t} />
            <WhatAndWho t={t} agency={agency} />
            <Where t={t} />
            <HowToMake t={t} />
            <section>
              <Heading t={t} topic="differ" />
              <ThreeNumbers t={t} />
            </section>
            <Abroad t={t} agency={agency} />
            <Questions t={t} agency={agency} />
          </div>
        </>
      ),
    }
  },
})
