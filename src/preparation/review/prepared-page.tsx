import { applicant } from '../../accounts/index.ts'
import { findForm } from '../../filing/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { PracticeOf } from '../../representation/index.ts'
import { Alert, ButtonLink, Card, Course, type Port, TodoCard } from '../../ui/index.ts'
import { ownPrepared, phaseOf, type Prepared, type PreparedPhase } from './own-prepared.ts'

type AtPreparation = { preparation: string }
type Shown = { t: Text; model: Prepared; phase: PreparedPhase; params: AtPreparation }

const steps = ['copying', 'appearance', 'form', 'submit'] as const
const stepOf: Partial<Record<PreparedPhase, number>> = { copying: 0, appearance: 1, checking: 2, unreadable: 2, form: 2, submit: 3, submitting: 3, filed: 4 }

/** The way of a form: made ready, the notice, the form, the submission. */
function Steps({ t, phase }: Shown) {
  const at = stepOf[phase]
  if (at === undefined) return null
  const ports: Port[] = steps.map((step, index) => ({ state: index < at ? 'done' : index === at ? 'now' : 'later', title: t(`prepared.step.${step}`) }))
  return (
    <Card title={t('prepared.steps')}>
      <Course t={t} ports={ports} />
    </Card>
  )
}

const goes = { appearance: 'prepared.go.appearance', form: 'prepared.go.form', submit: 'prepared.go.submit', submitting: 'prepared.go.submitting', unreadable: 'prepared.go.unreadable', filed: 'prepared.go.filed' } as const

/** Where the client goes on from here; undefined: it is not their turn. */
function nextOf({ phase, params, model }: Pick<Shown, 'phase' | 'params' | 'model'>): { href: string; words: (typeof goes)[keyof typeof goes] } | undefined {
  const receiptNumber = model.filing?.receipt_number
  if (phase === 'appearance') return { href: paths.preparedAppearance(params), words: goes.appearance }
  if (phase === 'form') return { href: paths.preparedForm(params), words: goes.form }
  if (phase === 'submit' || phase === 'submitting') return { href: paths.submitPrepared(params), words: goes[phase] }
  if (phase === 'unreadable' || phase === 'lapsed') return { href: paths.askForChanges(params), words: goes.unreadable }
  return phase === 'filed' && receiptNumber ? { href: paths.case({ receiptNumber }), words: goes.filed } : undefined
}

/** Why nothing is there to sign, in words for the client. */
const changingKey = ({ packages: [last] }: Prepared) => (last?.voided_why === 'changes-asked' || last?.voided_why === 'declined' ? last.voided_why : 'taken-back')

function Now({ t, model, phase, params }: Shown) {
  const next = nextOf({ model, phase, params })
  if (phase === 'changing') {
    return (
      <Alert kind="warn" title={t('prepared.now.changing')} live>
        <p>{t(`prepared.now.changing.${changingKey(model)}`)}</p>
        <p>{t('prepared.now.void')}</p>
      </Alert>
    )
  }
  const text = phase === 'ended' && model.its.filed_at ? t('prepared.now.ended.filed') : t(`prepared.now.${phase}.text`, { files: model.files.all, waiting: model.files.waiting })
  if (!next) {
    return (
      <Alert kind={phase === 'appeared' ? 'good' : 'info'} title={t(`prepared.now.${phase}`)} live>
        <p>{text}</p>
      </Alert>
    )
  }
  return (
    <TodoCard title={t(`prepared.now.${phase}`)} action={{ href: next.href, words: t(next.words) }}>
      <p>{text}</p>
    </TodoCard>
  )
}

/** What else the client may do. */
function Others({ t, model, phase, params }: Shown) {
  if (phase === 'filed' || phase === 'ended' || phase === 'appeared') return null
  const end = (
    <li>
      <a href={paths.endPrepared(params)}>{t('prepared.end.title')}</a>
    </li>
  )
  if (!model.stands)
    return (
      <Card title={t('prepared.others')}>
        <ul>{end}</ul>
      </Card>
    )
  return (
    <Card title={t('prepared.others')}>
      <ul>
        {model.its.form === null ? null : (
          <li>
            <a href={paths.preparedForm(params)}>{t('prepared.others.form')}</a>
          </li>
        )}
        <li>
          <a href={paths.preparedAppearance(params)}>{t('prepared.others.appearance')}</a>
        </li>
        <li>
          <a href={paths.askForChanges(params)}>{t('prepared.changes.button')}</a>
        </li>
        {model.its.form === null ? null : (
          <li>
            <a href={paths.declinePrepared({ ...params, which: 'form' })}>{t('prepared.decline.title.form')}</a>
          </li>
        )}
        {end}
      </ul>
    </Card>
  )
}

/** The client's page of what a representative prepared for them: whose turn it is, how far it is, the way on. */
export const preparedPage = page({
  path: paths.prepared,
  access: applicant,
  audit: recordsNothing('a client looks at what was prepared for them'),
  load: async ({ read, params }: Context<AtPreparation>) => (await read(ownPrepared, params)) ?? notFound,
  view: ({ t, model, context: { params, services } }) => {
    const phase = phaseOf(model)
    const shown = { t, model, phase, params }
    const form = model.its.form ? findForm(services.agency, model.its.form) : undefined
    return {
      title: t('prepared.title'),
      body: (
        <>
          <h1>{t('prepared.title')}</h1>
          <p class="lead">{form ? t('prepared.title.form', { form: form.code.toUpperCase() }) : t('prepared.title.appearance')}</p>
          <div class="stack">
            <Now {...shown} />
            <Steps {...shown} />
            <Others {...shown} />
            {phase === 'ended' ? null : (
              <Card title={t('prepared.take-up.who')}>
                <PracticeOf t={t} agency={services.agency} practice={model.practice} />
              </Card>
            )}
            <p>
              <ButtonLink href={paths.account()} look="quiet">
                {t('prepared.home')}
              </ButtonLink>
            </p>
          </div>
        </>
      ),
      ...(phase === 'copying' || phase === 'checking' || phase === 'submitting' ? { refreshSeconds: 4 } : {}),
    }
  },
})
