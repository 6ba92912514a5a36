import { agencyText } from '../../agency/index.ts'
import { FormPage } from '../../accounts/index.ts'
import { dayHere, isInForce, type WaiverCase, waiverOfCase } from '../../filing/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, FactsList, FormShell, InstantText, RadioGroup, Select, TextArea } from '../../ui/index.ts'
import { caseFile } from '../case-file/case-file.ts'
import { staffWho } from '../sessions/access.ts'
import { decideFeeWaiver } from './decide-fee-waiver.ts'

type WaiverContext = Context<{ receiptNumber: string }>

const toCase = ({ params }: Pick<WaiverContext, 'params'>) => seeOther(officePaths.case(params))

/** The request that a case is, for who opened its file; a case that is none leads back to its file. */
async function openRequest(context: WaiverContext): Promise<WaiverCase | Answer> {
  const file = await context.read(caseFile, context.params)
  if (!file) return notFound
  if (file.state !== 'open') return toCase(context)
  return (await context.read(waiverOfCase, { caseId: file.case.id })) ?? toCase(context)
}

/** The fees it asks about, as they are in the schedule now. */
function Fees({ t, context, codes }: { t: Text; context: WaiverContext; codes: readonly string[] }) {
  const { agency, clock } = context.services
  const today = dayHere(agency, clock.now())
  const inForce = agency.fees.filter((fee) => codes.includes(fee.code) && fee.channel === 'online' && isInForce(fee, today))
  return (
    <ul>
      {inForce.map(({ code, amountCents, waivable }) => (
        <li key={code}>
          {agencyText(agency, t, 'agency', `fee.${code}`)}: <span class="number">{t.money(amountCents)}</span>
          {waivable === 'some' ? <p class="muted">{t('waiver.office.some')}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function Decided({ t, context, decided: { decidedAt, reason } }: { t: Text; context: WaiverContext; decided: WaiverCase }) {
  if (!decidedAt) return null
  const { agency } = context.services
  const why = reason ? [{ name: t('waiver.office.reason'), value: agencyText(agency, t, 'agency', `waiver.refused.${reason}`) }] : []
  return <FactsList facts={[{ name: t('waiver.office.decided-at'), value: <InstantText t={t} at={decidedAt} /> }, ...why]} />
}

/** **Decide**: whether the fees a request asks about are charged, with the reason the person reads and a note for the office. */
export const decideFeeWaiverPage = page({
  path: officePaths.feeWaiver,
  access: staffWho('decide-fee-waiver'),
  audit: records(decideFeeWaiver),
  load: openRequest,
  fields: {
    decision: textField({ empty: 'waiver.office.decision-empty', most: 20 }),
    reason: textField({ empty: 'waiver.office.reason-empty', most: 60, optional: true }),
    note: longTextField({ empty: 'officer.case.change.reason-empty', most: 2000 }),
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const reasons = agency.feeWaiver?.reasons ?? []
    return {
      title: t('waiver.office.title'),
      body: (
        <FormPage t={t} form={form} title={t('waiver.office.title')}>
          <p>
            <a href={officePaths.case(context.params)}>{t('waiver.office.back')}</a>
          </p>
          <p>
            {t('waiver.office.about')} <InstantText t={t} at={model.askedAt} />
          </p>
          <Fees t={t} context={context} codes={model.codes} />
          {model.state === 'asked' ? (
            <Card plate>
              <FormShell action={officePaths.feeWaiver(context.params)} csrfToken={context.csrfToken()}>
                <RadioGroup
                  name="decision"
                  label={t('waiver.office.decision')}
                  options={[
                    { value: 'grant', label: t('waiver.office.grant'), hint: t('waiver.office.grant-hint') },
                    { value: 'refuse', label: t('waiver.office.refuse'), hint: t('waiver.office.refuse-hint') },
                  ]}
                  value={form.value('decision')}
                  error={form.error('decision')}
                />
                <Select
                  name="reason"
                  label={t('waiver.office.reason')}
                  hint={t('waiver.office.reason-hint')}
                  prompt={t('waiver.office.reason-prompt')}
                  options={reasons.map((value) => ({ value, label: agencyText(agency, t, 'agency', `waiver.refused.${value}`) }))}
                  value={form.value('reason')}
                  error={form.error('reason')}
                />
                <TextArea
                  name="note"
                  label={t('waiver.office.note')}
                  hint={t('waiver.office.note-hint')}
                  value={form.value('note')}
                  error={form.error('note')}
                  rows={4}
                />
                <Button>{t('waiver.office.submit')}</Button>
              </FormShell>
            </Card>
          ) : (
            <Alert kind="info">
              <p>{t(`waiver.office.state.${model.state}`)}</p>
              <Decided t={t} context={context} decided={model} />
            </Alert>
          )}
        </FormPage>
      ),
    }
  },
  submit: {
    operation: decideFeeWaiver,
    input: ({ decision, reason, note }, { params }) => ({
      receiptNumber: params.receiptNumber,
      granted: decision === 'grant',
      reason,
      note,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'no-request': toCase,
      'already-decided': { at: '', key: 'waiver.office.decided' },
      'already-filed': { at: '', key: 'waiver.office.state.filed' },
      'no-reason': { at: 'reason', key: 'waiver.office.reason-empty' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.case(params)}?changed=yes`),
  },
})
