import { showOnlineAccountNumber } from '../../../../accounts/index.ts'
import type { AgencyPack } from '../../../../agency/index.ts'
import { formTitle } from '../../../../cases/index.ts'
import type { MessageKey, Text } from '../../../../platform/i18n/text.ts'
import { AddressText, showANumber } from '../../../../profile/index.ts'
import { Card, type Fact, FactsList, NumberText } from '../../../../ui/index.ts'
import type { IntakeRow } from '../../file/intake-row.ts'

type TypedViewProps = { t: Text; filing: IntakeRow; agency: AgencyPack }

function representativeFacts({ t, filing: { representative } }: TypedViewProps): Fact[] {
  if (!representative) return []
  const { name, accountNumber, address } = representative
  return [
    { name: t('by-hand.representative_name'), value: name },
    ...(accountNumber ? [{ name: t('by-hand.representative_account_number'), value: showOnlineAccountNumber(accountNumber) }] : []),
    { name: t('by-hand.representative_address'), value: <AddressText t={t} address={address} /> },
  ]
}

/** What was typed, to be held against the paper. */
export function TypedView(props: TypedViewProps) {
  const { t, filing, agency } = props
  const { person, receiptNumber, onlineAccountNumber, aNumber, email, feeCents } = filing
  const given = (name: MessageKey, value: Fact['value'] | null): Fact[] => (value === null || value === '' ? [] : [{ name: t(name), value }])
  const facts = [
    ...given('by-hand.form', formTitle(agency, t, filing.form)),
    ...given('by-hand.received_on', t.day(filing.receivedOn)),
    ...given('by-hand.receipt_number', receiptNumber && <NumberText t={t} kind="receipt" value={receiptNumber} />),
    ...given('by-hand.fee_cents', feeCents === null ? null : t.money(feeCents)),
    ...given('by-hand.consular', filing.consular ? t('by-hand.consular.yes') : null),
    ...given('by-hand.family_name', person.familyName),
    ...given('by-hand.given_name', person.givenName),
    ...given('by-hand.date_of_birth', t.day(person.dateOfBirth)),
    ...given('by-hand.a_number', aNumber && showANumber(aNumber)),
    ...given('by-hand.online_account_number', onlineAccountNumber && showOnlineAccountNumber(onlineAccountNumber)),
    ...given('by-hand.email', email),
    ...given('by-hand.address', <AddressText t={t} address={filing.address} />),
    ...representativeFacts(props),
  ]
  return (
    <Card title={t('by-hand.typed.title')}>
      <p>{t('by-hand.typed.lead')}</p>
      <FactsList facts={facts} />
    </Card>
  )
}
