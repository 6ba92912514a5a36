import type { AgencyPack } from '../../../agency/index.ts'
import { channels, formShortTitle, requestNews, officeName } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Select } from '../../../ui/index.ts'
import { Key } from '../../shortcuts/shortcut-links.tsx'
import { keyOf } from '../../shortcuts/shortcuts.ts'
import { isFiltered, namesOf, type QueueFilters, takenWays, waitsDaysOffered } from '../filters.ts'

type FilterProps = { t: Text; agency: AgencyPack; queue: string; filters: QueueFilters }

const shownNames = { form: 'form', office: 'office', channel: 'channel', request: 'request', taken: 'taken', waits: 'waits' } as const

function optionsOf({ t, agency }: Pick<FilterProps, 't' | 'agency'>) {
  return {
    form: agency.forms.filter(({ here }) => here).map(({ code }) => ({ value: code, label: formShortTitle(agency, t, code) })),
    office: agency.offices.map(({ id }) => ({ value: id, label: officeName(agency, t, id) })),
    channel: channels.map((value) => ({ value, label: t(`cases.channel.${value}`) })),
    request: requestNews.map((value) => ({ value, label: t(`work.filter.request.${value}`) })),
    taken: takenWays.map((value) => ({ value, label: t(`work.filter.taken.${value}`) })),
    waits: waitsDaysOffered.map((days) => ({ value: String(days), label: t('work.filter.waits.days', { days }) })),
  }
}

/** The filters that are on, in words, each with what it lets through. */
export function filterWords(t: Text, agency: AgencyPack, filters: QueueFilters): string[] {
  const options = optionsOf({ t, agency })
  return namesOf(filters).map(([name, value]) => {
    const label = options[name as keyof typeof options].find((each) => each.value === value)?.label ?? value
    return t('work.filter.is', { name: t(`work.filter.${name as keyof typeof options}`), value: label })
  })
}

/** **Show**: the queue as these controls filter it. Folded away until it is asked for or in use. */
export function FilterForm({ t, agency, queue, filters }: FilterProps) {
  const options = optionsOf({ t, agency })
  const on = new Map(namesOf(filters))
  return (
    <details class="filters" open={isFiltered(filters)}>
      <summary accesskey={keyOf('filters')}>
        {t('work.filter.title')} <Key of="filters" />
      </summary>
      <form class="filters-form" method="get" action={officePaths.queue({ queue })}>
        {Object.values(shownNames).map((name) => (
          <Select key={name} name={name} label={t(`work.filter.${name}`)} prompt={t('work.filter.any')} options={options[name]} value={on.get(name)} />
        ))}
        <ButtonRow>
          <Button look="quiet">{t('work.filter.show')}</Button>
          {isFiltered(filters) ? (
            <ButtonLink href={officePaths.queue({ queue })} look="plain">
              {t('work.filter.none')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
    </details>
  )
}
