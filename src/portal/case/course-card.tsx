import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { type OwnCase, statusEntry, statusTitle } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Card, Course, DayText, type Port } from '../../ui/index.ts'

type Parts = { t: Text; agency: AgencyPack; own: OwnCase }

/** A course of more steps than these begins with how many came before; the history has them all. */
const stepsShown = 6

/** Steps made are done, the last one is now; the parts of the course after it are still to come. */
function portsOf({ t, agency, own }: Parts): Port[] {
  const now = own.course.length - 1
  const made = own.course.map(({ status, on }, index): Port => {
    const day = <DayText t={t} day={on} />
    const when = index === now ? t.rich('portal.case.since', { day }) : day
    return { state: index === now ? 'now' : 'done', title: statusTitle(agency, t, status), when }
  })
  return [
    ...made.slice(-stepsShown),
    ...laterGroups(agency, own.status).map((group): Port => ({ state: 'later', title: agencyText(agency, t, 'statuses', `group.${group}`) })),
  ]
}

function laterGroups(agency: AgencyPack, status: string): readonly string[] {
  const { group, final } = statusEntry(agency, status)
  return final ? [] : agency.statusGroups.slice(agency.statusGroups.indexOf(group) + 1)
}

/** Where the case has come from, where it is, and what usually follows. */
export function CourseCard({ t, agency, own }: Parts) {
  const before = own.course.length - stepsShown
  return (
    <Card title={t('portal.case.course')}>
      {before > 0 ? <p class="muted">{t.rich('portal.case.course.before', { count: before, link: (words) => <a href="#timeline">{words}</a> })}</p> : null}
      <Course t={t} ports={portsOf({ t, agency, own })} />
    </Card>
  )
}
