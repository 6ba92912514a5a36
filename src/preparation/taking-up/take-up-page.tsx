import { applicant, FormPage, signedIn } from '../../accounts/index.ts'
import { actsOf, actsOfPersonAlone, mayOnCase } from '../../cases/index.ts'
import { type Answer, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { type Context, endpoint, page, procedure, records, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { PracticeOf } from '../../representation/index.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell, TextArea } from '../../ui/index.ts'
import { carriedPasscode, dropPasscode } from './carried-passcode.ts'
import { passcodeRefusals, type ToTakeUp, toTakeUp } from './open-by-passcode.ts'
import { takeUp, turnDown } from './take-up.ts'

type AtPreparation = { preparation: string }

/** What the passcode of this browser opens; else back to where one is entered, or on where it is theirs already. */
async function carried(context: Context<AtPreparation>): Promise<ToTakeUp | Answer> {
  const passcode = carriedPasscode(context)
  const found = passcode === undefined ? null : await context.read(toTakeUp, { passcode })
  if (found?.preparation !== context.params.preparation) return seeOther(paths.representativePasscode())
  return found.isTakenUp ? seeOther(paths.prepared(context.params)) : found
}

const withPasscode = <I extends object>(operation: typeof takeUp | typeof turnDown) =>
  procedure({
    refusals: passcodeRefusals,
    call: async (context: Context, input: I & AtPreparation) => {
      const passcode = carriedPasscode(context)
      if (passcode === undefined) return seeOther(paths.representativePasscode())
      const done = await context.perform(operation as typeof turnDown, { reason: '', ...input, passcode })
      if (done.ok) dropPasscode(context)
      return done
    },
  })

const toPasscode = () => seeOther(`${paths.representativePasscode()}?another=yes`)
const refused = { 'passcode-not-matched': toPasscode, 'own-passcode': toPasscode, 'for-clients': toPasscode, 'for-somebody-else': toPasscode } as const

/** What a representative may do on a case, and what their client alone does (D9): off the table that the operations ask. */
export function Rights({ t }: { t: Text }) {
  const may = actsOf('representative').filter((act) => mayOnCase('applicant', act))
  return (
    <>
      <Card title={t('prepared.may.title')}>
        <ul>
          {may.map((act) => (
            <li key={act}>{t(`rights.act.${act}`)}</li>
          ))}
          <li>{t('prepared.may.submit')}</li>
        </ul>
      </Card>
      <Card title={t('prepared.only-you.title')}>
        <ul>
          <li>{t('rights.person.sign')}</li>
          {actsOfPersonAlone.map((act) => (
            <li key={act}>{t(`rights.act.${act}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}

/** Who it is and what they may do, before anything of the client's is tied to it. */
export const takeUpPage = page({
  path: paths.takeUp,
  access: applicant,
  audit: records(takeUp),
  load: carried,
  view: ({ t, model, form, context }) => ({
    title: t('prepared.take-up.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.take-up.title')}>
        <p class="lead">{t(model.form === null ? 'prepared.take-up.lead.appearance' : 'prepared.take-up.lead.form')}</p>
        <Card title={t('prepared.take-up.who')}>
          <PracticeOf t={t} agency={context.services.agency} practice={model.practice} />
          <p>{t('prepared.take-up.know')}</p>
        </Card>
        <Rights t={t} />
        <FormShell action={paths.takeUp(context.params)} csrfToken={context.csrfToken()} class="card form">
          <p>{t('prepared.take-up.then')}</p>
          <ButtonRow>
            <Button>{t('prepared.accept')}</Button>
            <ButtonLink href={paths.turnDown(context.params)} look="quiet">
              {t('prepared.decline')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
        <p>
          <a href={`${paths.representativePasscode()}?another=yes`}>{t('prepared.take-up.another')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: withPasscode(takeUp),
    input: (_values, { params }) => ({ preparation: params.preparation }),
    shows: { ...refused, 'too-many-attempts': { at: '', key: 'prepared.passcode.too-many' } },
    then: (_done, { params }) => seeOther(paths.prepared(params)),
  },
})

export const turnDownPage = page({
  path: paths.turnDown,
  access: applicant,
  audit: records(turnDown),
  load: carried,
  fields: { reason: longTextField({ empty: 'prepared.reason.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('prepared.turn-down.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.turn-down.title')}>
        <p>{t('prepared.turn-down.lead')}</p>
        <FormShell action={paths.turnDown(context.params)} csrfToken={context.csrfToken()} class="card form">
          <TextArea name="reason" label={t('prepared.reason.label')} hint={t('prepared.reason.hint')} value={form.value('reason')} error={form.error('reason')} />
          <ButtonRow>
            <Button look="danger">{t('prepared.decline')}</Button>
            <ButtonLink href={paths.takeUp(context.params)} look="quiet">
              {t('prepared.back')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: withPasscode<{ reason: string }>(turnDown),
    input: ({ reason }, { params }) => ({ preparation: params.preparation, reason }),
    shows: { ...refused, 'too-many-attempts': { at: '', key: 'prepared.passcode.too-many' } },
    then: () => seeOther(`${paths.account()}?declined=yes`),
  },
})

/** Where a sign-in leads that carries a passcode: to what it opens. */
export const takeUpCarriedEndpoint = endpoint({
  path: paths.takeUpCarried,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('it leads on to what the passcode of this browser opens'),
  async run(context) {
    const passcode = carriedPasscode(context)
    const found = passcode === undefined ? null : await context.read(toTakeUp, { passcode })
    return seeOther(found ? paths.takeUp(found) : paths.representativePasscode())
  },
})
