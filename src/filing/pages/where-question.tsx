import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, RadioGroup } from '../../ui/index.ts'

/** Where a person says they are; undefined: they have not said, or not with an answer of ours. */
export type Where = 'here' | 'abroad' | undefined

const places = ['here', 'abroad'] as const

export const whereOf = ({ where }: Readonly<Record<string, string>>): Where => places.find((place) => place === where)

/** Asked by GET, of everybody, and refusing nobody: each form then says whether it can be used from there. */
export function WhereQuestion({ t, where, typed }: { t: Text; where: Where; typed: string }) {
  const options = places.map((value) => ({ value, label: t(`catalogue.where.${value}`) }))
  return (
    <form class="form" method="get" action={paths.catalogue()}>
      {typed === '' ? null : <input type="hidden" name="q" value={typed} />}
      <RadioGroup name="where" label={t('catalogue.where')} hint={t('catalogue.where.hint')} options={options} value={where} />
      <Button look="quiet">{t('catalogue.where.go')}</Button>
    </form>
  )
}
