import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { AddressText } from '../../profile/index.ts'
import { Button, ButtonRow, Card, FactsList, FormShell, InstantText, Table } from '../../ui/index.ts'
import type { OpenLift, PersonHere, Seen } from './protection-file.ts'
import { roleWords } from './whom.tsx'

export type SeenProps = {
  t: Text
  seen: Seen
  at: { receiptNumber: string }
  csrfToken: string
  /** Whoever looks, and whether they decide what somebody else asked. */
  self: string
  mayDecide: boolean
}

interface MarkShown {
  who: string
  setBy: string
  setAt: Temporal.Instant
  reason: string | null
  endsAt: Temporal.Instant | null
}

function marksOf(t: Text, { people, caseMark, names }: Seen): MarkShown[] {
  const named = (by: string) => names.get(by) ?? ''
  const ofPeople = people.flatMap((person) =>
    person.marks.map((mark) => ({ ...mark, who: roleWords(t, person), setBy: mark.setBy === 'person' ? t('protection.standing.by-person') : named(mark.setBy) })),
  )
  if (!caseMark) return ofPeople
  const setBy = caseMark.setBy ? named(caseMark.setBy) : t('protection.standing.by-form')
  return [...ofPeople, { ...caseMark, who: t('protection.case'), setBy, endsAt: null }]
}

export const hasMark = ({ people, caseMark }: Seen): boolean => caseMark !== null || people.some(({ marks }) => marks.length > 0)

/** Who is protected, since when, and who said so. */
export function Standing({ t, seen }: Pick<SeenProps, 't' | 'seen'>) {
  return (
    <Card title={t('protection.standing')}>
      {hasMark(seen) ? null : <p>{t('protection.standing.none')}</p>}
      {marksOf(t, seen).map(({ who, setBy, setAt, reason, endsAt }) => (
        <FactsList
          key={`${who} ${setAt}`}
          facts={[
            { name: t('protection.standing.who'), value: who },
            { name: t('protection.standing.set-by'), value: setBy },
            { name: t('protection.standing.at'), value: <InstantText t={t} at={setAt} /> },
            ...(reason ? [{ name: t('protection.standing.reason'), value: reason }] : []),
            ...(endsAt ? [{ name: t('protection.standing.ends'), value: <InstantText t={t} at={endsAt} /> }] : []),
          ]}
        />
      ))}
    </Card>
  )
}

const safety = (t: Text, isUnsafe: boolean) => t(isUnsafe ? 'protection.contact.unsafe' : 'protection.contact.safe')

/** Where one person is safe: post, mailbox, phone. */
function SafeContact({ t, person }: { t: Text; person: PersonHere }) {
  const { safeAddress, mailboxUnsafe, phoneUnsafe } = person
  return (
    <Card title={t('protection.contact.of', { role: roleWords(t, person) })}>
      <FactsList
        facts={[
          { name: t('protection.contact.post'), value: safeAddress ? <AddressText t={t} address={safeAddress} /> : t('protection.contact.post.none') },
          { name: t('protection.contact.mailbox'), value: safety(t, mailboxUnsafe) },
          { name: t('protection.contact.phone'), value: safety(t, phoneUnsafe) },
        ]}
      />
    </Card>
  )
}

export function SafeContacts({ t, seen: { people }, at }: SeenProps) {
  if (people.length === 0) return null
  return (
    <>
      {people.map((person) => (
        <SafeContact key={person.account} t={t} person={person} />
      ))}
      <p>
        <a href={officePaths.safePlace(at)}>{t('protection.contact.change')}</a>
      </p>
    </>
  )
}

export function LettersThatWait({ t, seen: { letters }, at, csrfToken }: SeenProps) {
  if (letters.length === 0) return null
  const press = (letter: string, act: 'send' | 'drop') => (
    <FormShell action={officePaths[act === 'send' ? 'sendHeldLetter' : 'dropHeldLetter']({ ...at, letter })} csrfToken={csrfToken} class="inline-form">
      <Button look="quiet">{t(`protection.letters.${act}`)}</Button>
    </FormShell>
  )
  return (
    <Card title={t('protection.letters')}>
      <p>{t('protection.letters.about')}</p>
      <Table
        caption={t('protection.letters.list')}
        head={(['letter', 'to', 'since', 'act'] as const).map((name) => t(`protection.letters.head.${name}`))}
        rows={letters.map(({ id, kind, since, toRepresentative }) => [
          t(`printing.kind.${kind}` as MessageKey),
          t(toRepresentative ? 'protection.letters.to.representative' : 'protection.letters.to.person'),
          <InstantText key="since" t={t} at={since} />,
          <ButtonRow key="act">
            {toRepresentative ? press(id, 'send') : null}
            {press(id, 'drop')}
          </ButtonRow>,
        ])}
      />
      <p class="usa-hint">{t('protection.letters.send.about')}</p>
    </Card>
  )
}

/** What one person asked and another decides. */
export function LiftsThatWait({ t, seen: { lifts, names }, at, csrfToken, self, mayDecide }: SeenProps) {
  const decide = (lift: OpenLift) => {
    if (lift.askedBy === self) return <p>{t('protection.lift.yours')}</p>
    if (!mayDecide) return null
    return (
      <FormShell action={officePaths.agreeUnprotect({ ...at, lift: lift.id })} csrfToken={csrfToken}>
        <ButtonRow>
          <Button look="danger">{t('protection.lift.agree')}</Button>
          <button class="usa-button usa-button--outline" type="submit" formaction={officePaths.declineUnprotect({ ...at, lift: lift.id })}>
            {t('protection.lift.decline')}
          </button>
        </ButtonRow>
      </FormShell>
    )
  }
  return (
    <>
      {lifts.map((lift) => (
        <Card key={lift.id} title={t('protection.lift.waits', { name: names.get(lift.askedBy) ?? '', at: t.instant(lift.askedAt) })} plate>
          <p class="preserved" dir="auto">
            {lift.reason}
          </p>
          {decide(lift)}
        </Card>
      ))}
    </>
  )
}
