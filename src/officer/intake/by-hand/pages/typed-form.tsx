import type { ComponentChildren } from 'preact'
import { CheckboxGroup, TextField } from '../../../../ui/index.ts'
import { Address, control, type Controls, Day, WhichForm } from './controls.tsx'

export const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <fieldset class="usa-fieldset">
    <legend>
      <h2>{title}</h2>
    </legend>
    {children}
  </fieldset>
)

function AboutForm({ controls }: { controls: Controls }) {
  const { t, value, error } = controls
  const note = t('ui.optional')
  return (
    <Part title={t('by-hand.part.form')}>
      <WhichForm controls={controls} />
      <Day controls={controls} name="received_on" />
      <TextField {...control(controls, 'receipt_number')} note={note} hint={t('by-hand.receipt_number.hint')} numeric />
      <TextField {...control(controls, 'fee_cents')} note={note} hint={t('by-hand.fee_cents.hint')} inputmode="decimal" width={14} />
      <CheckboxGroup
        name="consular"
        label={t('by-hand.consular')}
        error={error('consular')}
        options={[{ value: 'yes', label: t('by-hand.consular.yes'), hint: t('by-hand.consular.hint') }]}
        values={[value('consular')]}
      />
    </Part>
  )
}

function AboutPerson({ controls }: { controls: Controls }) {
  const { t } = controls
  const note = t('ui.optional')
  return (
    <Part title={t('by-hand.part.person')}>
      <TextField {...control(controls, 'family_name')} hint={t('by-hand.family_name.hint')} />
      <TextField {...control(controls, 'given_name')} note={note} />
      <Day controls={controls} name="date_of_birth" />
      <TextField {...control(controls, 'a_number')} note={note} hint={t('by-hand.a_number.hint')} numeric width={14} />
      <TextField {...control(controls, 'online_account_number')} note={note} hint={t('by-hand.online_account_number.hint')} numeric />
      <TextField {...control(controls, 'email')} note={note} type="email" />
    </Part>
  )
}

function AboutRepresentative({ controls }: { controls: Controls }) {
  const { t } = controls
  return (
    <Part title={t('by-hand.part.representative')}>
      <p class="usa-hint">{t('by-hand.part.representative.hint')}</p>
      <TextField {...control(controls, 'representative_name')} />
      <TextField {...control(controls, 'representative_account_number')} note={t('ui.optional')} numeric />
      <Address controls={controls} prefix="representative_" />
    </Part>
  )
}

/** What stands on a form on paper, part by part. */
export const TypedForm = ({ controls }: { controls: Controls }) => (
  <>
    <AboutForm controls={controls} />
    <AboutPerson controls={controls} />
    <Part title={controls.t('by-hand.part.address')}>
      <Address controls={controls} prefix="" />
    </Part>
    <AboutRepresentative controls={controls} />
  </>
)
