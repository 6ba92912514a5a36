import { FormPage, representative } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { showCode } from '../../platform/numbers/crockford.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs, nameOfClient } from '../../representation/index.ts'
import { Alert, BackupCode, Button, ButtonLink, FormShell, InstantText, PrintButton, RadioGroup } from '../../ui/index.ts'
import { type ShownPreparation, shownPreparation } from '../work/shown-preparation.ts'
import { stands } from '../work/turn.ts'
import { whatIsPrepared } from '../words.ts'
import { issuePasscode } from './issue-passcode.ts'
import { passcodeDays, passcodesMost } from './passcode.ts'
import { type OnceShown, showPasscode } from './show-passcode.ts'

type Model = { readonly shown: ShownPreparation; readonly once: OnceShown | null; readonly name: string }
type AtPasscode = Context<{ preparation: string }>

/** Opened once after a code was issued it shows that; from then on it offers to issue another. */
async function open(context: AtPasscode): Promise<Model | Answer> {
  const shown = await context.read(shownPreparation, context.params)
  if (!shown) return notFound
  if (!stands(shown.standing) || shown.row.linked_at || shown.row.ended_at) return seeOther(paths.preparation(context.params))
  const name = shown.client ? nameOfClient(shown.client.names) : (shown.appearance?.draft.preparedFor ?? '')
  // A press that was refused shows the form again, and no code that waits.
  const isWaiting = shown.standing.passcode?.given === 'shown' && shown.standing.passcode.endedAs === null && context.query.show === 'yes'
  const once = isWaiting ? await context.perform(showPasscode, context.params) : null
  return { shown, once: once?.ok ? once.output : null, name }
}

function Once({ t, once, name, preparation, enterAt }: { t: Text; once: OnceShown; name: string; preparation: string; enterAt: string }) {
  return (
    <div class="stack">
      <p class="lead">{t('preparation.passcode.once', { client: name })}</p>
      <BackupCode t={t} code={showCode(once.code)} />
      <p>
        {t('preparation.passcode.until')} <InstantText t={t} at={once.expiresAt} />
      </p>
      <ul>
        <li>{t('preparation.passcode.how.sign-in', { address: enterAt })}</li>
        <li>{t('preparation.passcode.how.once')}</li>
        <li>{t('preparation.passcode.how.never-public')}</li>
      </ul>
      <PrintButton t={t} />
      <p>
        <ButtonLink href={paths.preparation({ preparation })}>{t('preparation.passcode.kept')}</ButtonLink>
      </p>
    </div>
  )
}

function Choice({ t, model: { shown, name }, form, csrfToken }: { t: Text; model: Model; form: FormState; csrfToken: string }) {
  const { row, client, standing } = shown
  const issued = standing.passcode?.issued ?? 0
  const isMailable = client?.account !== null && client !== null
  const ways = [
    { value: 'shown', label: t('preparation.passcode.shown'), hint: t('preparation.passcode.shown.hint') },
    ...(isMailable ? [{ value: 'mailed', label: t('preparation.passcode.mailed'), hint: t('preparation.passcode.mailed.hint') }] : []),
  ]
  return (
    <>
      <p class="lead">{t('preparation.passcode.lead', { client: name, days: passcodeDays })}</p>
      {standing.passcode && standing.passcode.endedAs === null ? (
        <Alert kind="warn" title={t('preparation.passcode.again.title')}>
          <p>{t('preparation.passcode.again', { left: Math.max(0, passcodesMost - issued) })}</p>
        </Alert>
      ) : null}
      <FormShell action={paths.preparationPasscode({ preparation: row.id })} csrfToken={csrfToken}>
        <RadioGroup name="given" label={t('preparation.passcode.how')} options={ways} value={form.value('given') || 'shown'} error={form.error('given')} />
        {isMailable ? null : <p class="muted">{t('preparation.passcode.not-mailable')}</p>}
        <Button>{t('preparation.passcode.issue')}</Button>
      </FormShell>
    </>
  )
}

/** `/preparations/<preparation>/passcode`: issues the passcode, shows it once, and issues another where it was lost. */
export const preparationPasscodePage = page({
  path: paths.preparationPasscode,
  access: representative,
  audit: records(issuePasscode, showPasscode),
  load: open,
  fields: { given: choiceField(['shown', 'mailed'], { empty: 'preparation.passcode.choose' }) },
  view: ({ t, model, form, context }) => {
    const { row, client } = model.shown
    const what = whatIsPrepared(context.services.agency, t, row.form)
    const title = t('preparation.passcode.title')
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} here={what} {...(client ? { client: { id: client.id, name: model.name } } : {})} />
          <FormPage t={t} form={form} title={title}>
            {model.once ? <Once t={t} once={model.once} name={model.name} preparation={row.id} enterAt={context.services.publicUrl + paths.representativePasscode()} /> : <Choice t={t} model={model} form={form} csrfToken={context.csrfToken()} />}
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: issuePasscode,
    input: ({ given }, { params }) => ({ ...params, given }),
    shows: {
      'no-such-preparation': () => notFound,
      'nothing-to-open': ({ params }) => seeOther(paths.preparation(params)),
      'too-many-passcodes': { at: '', key: 'preparation.passcode.too-many' },
      'no-verified-address': { at: 'given', key: 'preparation.passcode.not-mailable' },
    },
    then: ({ given }, { params }) => seeOther(given === 'shown' ? `${paths.preparationPasscode(params)}?show=yes` : `${paths.preparation(params)}?done=mailed`),
  },
})
